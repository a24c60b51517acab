import { categoryPath } from '@tradeline/domain/catalog';
import { Badge, Button, Card, EmptyState, IconButton, PageHeader, SelectField, Skeleton, toast } from '@tradeline/ui';
import { ArrowDown, ArrowUp, ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { type Attribute, AttributeDialog, kindText } from './attribute-dialog.tsx';

/** What goods of a category are described by: its own attributes, and those it has from above. */
export const AttributesPage = ({
  category,
  onCategory,
}: {
  category: string | undefined;
  onCategory: (id: string | undefined) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayEdit = useMay('category.edit');
  const { data, error, refetch } = trpc.attributes.list.useQuery();
  const tree = trpc.categories.tree.useQuery().data ?? [];
  const [editing, setEditing] = useState<Attribute | 'new'>();
  const order = trpc.attributes.order.useMutation({
    onError: (problem) => toast.error(problemText(problem, words)),
    onSettled: () => utils.attributes.invalidate(),
  });
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  const path: (string | null)[] = category ? [...categoryPath(tree, category), null] : [null];
  const shown = (data ?? []).filter((one) => path.includes(one.categoryId));
  const own = shown.filter((one) => one.categoryId === (category ?? null));
  const shift = (one: Attribute, by: number) => {
    const ids = own.map((each) => each.id);
    const at = ids.indexOf(one.id);
    const to = Math.min(Math.max(0, at + by), ids.length - 1);
    ids.splice(to, 0, ...ids.splice(at, 1));
    order.mutate({ ids });
  };
  const fromText = (one: Attribute) =>
    one.categoryId === null
      ? t.attributes_of_all()
      : t.attributes_from({ name: say(tree.find((row) => row.id === one.categoryId)?.name) });
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        title={t.attributes_title()}
        meta={t.attributes_lead()}
        actions={
          mayEdit && (
            <Button look="primary" onPress={() => setEditing('new')}>
              <Plus aria-hidden />
              {t.attributes_new()}
            </Button>
          )
        }
      />
      <SectionTabs section="structure" />
      <SelectField
        className="mb-3 max-w-72"
        label={t.assortments_kind_category()}
        value={category ?? ''}
        onValueChange={(id) => onCategory(id || undefined)}
        options={[
          { value: '', label: t.attributes_of_all() },
          ...inTreeOrder(tree).map(({ row, depth }) => ({
            value: row.id,
            label: `${'\u2003'.repeat(depth)}${say(row.name)}`,
          })),
        ]}
      />
      <Card>
        {!data ? (
          <Skeleton className="m-4 h-48" />
        ) : shown.length === 0 ? (
          <EmptyState icon={<ListChecks aria-hidden />} title={t.attributes_empty()} />
        ) : (
          <ul aria-label={t.attributes_title()} className="divide-y divide-line">
            {shown.map((one) => (
              <li key={one.id} className="flex items-center gap-2 px-3 py-1.5">
                <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
                  {mayEdit && one.categoryId === (category ?? null) ? (
                    <Button look="quiet" className="justify-start font-medium" onPress={() => setEditing(one)}>
                      {say(one.name)}
                    </Button>
                  ) : (
                    <span className="px-3 py-2 font-medium">{say(one.name)}</span>
                  )}
                  <span className="text-sm text-muted">
                    {kindText(one.kind, t)}
                    {one.unit && ` · ${one.unit}`}
                    {one.kind === 'choice' && ` · ${t.attributes_choice_count({ count: one.choices.length })}`}
                  </span>
                  {one.filterable && <Badge>{t.attributes_filter_badge()}</Badge>}
                  {one.required && <Badge tone="accent">{t.attributes_required_badge()}</Badge>}
                  <span className="tabular text-sm whitespace-nowrap text-faint">
                    {one.categoryId !== (category ?? null) && `${fromText(one)} · `}
                    {t.categories_count({ count: one.products })}
                  </span>
                </span>
                {mayEdit && one.categoryId === (category ?? null) && (
                  <span className="flex">
                    <IconButton
                      size="sm"
                      label={t.categories_up({ name: say(one.name) })}
                      icon={<ArrowUp aria-hidden />}
                      onPress={() => shift(one, -1)}
                    />
                    <IconButton
                      size="sm"
                      label={t.categories_down({ name: say(one.name) })}
                      icon={<ArrowDown aria-hidden />}
                      onPress={() => shift(one, 1)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {editing && (
        <AttributeDialog
          attribute={editing === 'new' ? undefined : editing}
          categoryId={category ?? null}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
};
