import { Button, Card, EmptyState, IconButton, PageHeader, Skeleton, toast } from '@tradeline/ui';
import { ArrowDown, ArrowUp, Plus, Tag } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { Picture } from '../../lib/picture.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { type Brand, BrandDialog } from './brand-dialog.tsx';

/** Brands in the order customers see them. */
export const BrandsPage = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayEdit = useMay('category.edit');
  const { data, error, refetch } = trpc.brands.list.useQuery();
  const [editing, setEditing] = useState<Brand | 'new'>();
  const order = trpc.brands.order.useMutation({
    onError: (problem) => toast.error(problemText(problem, words)),
    onSettled: () => utils.brands.invalidate(),
  });
  const brands = data ?? [];
  const shift = (index: number, by: number) => {
    const next = [...brands];
    const [moved] = next.splice(index, 1);
    if (!moved) return;
    next.splice(Math.min(Math.max(0, index + by), next.length), 0, moved);
    utils.brands.list.setData(undefined, next);
    order.mutate({ ids: next.map((brand) => brand.id) });
  };
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        title={t.brands_title()}
        actions={
          mayEdit && (
            <Button look="primary" onPress={() => setEditing('new')}>
              <Plus aria-hidden />
              {t.brands_new()}
            </Button>
          )
        }
      />
      <SectionTabs section="structure" />
      <Card>
        {!data ? (
          <Skeleton className="m-4 h-64" />
        ) : brands.length === 0 ? (
          <EmptyState icon={<Tag aria-hidden />} title={t.brands_empty()} />
        ) : (
          <ul aria-label={t.brands_title()} className="divide-y divide-line">
            {brands.map((brand, index) => (
              <li key={brand.id} className="flex items-center gap-3 px-3 py-1.5">
                <Picture
                  className="size-10 shrink-0"
                  sizes="40px"
                  picture={brand.logoStem ? { stem: brand.logoStem, widths: [96], alt: brand.name } : null}
                />
                {mayEdit ? (
                  <Button look="quiet" className="min-w-0 justify-start font-medium" onPress={() => setEditing(brand)}>
                    {say(brand.name)}
                  </Button>
                ) : (
                  <span className="font-medium">{say(brand.name)}</span>
                )}
                <span className="tabular flex-1 text-sm text-faint">
                  {t.categories_count({ count: brand.products })}
                </span>
                {mayEdit && (
                  <span className="flex">
                    <IconButton
                      size="sm"
                      label={t.categories_up({ name: say(brand.name) })}
                      icon={<ArrowUp aria-hidden />}
                      onPress={() => shift(index, -1)}
                    />
                    <IconButton
                      size="sm"
                      label={t.categories_down({ name: say(brand.name) })}
                      icon={<ArrowDown aria-hidden />}
                      onPress={() => shift(index, 1)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {editing && (
        <BrandDialog
          brand={editing === 'new' ? undefined : editing}
          brands={brands}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
};
