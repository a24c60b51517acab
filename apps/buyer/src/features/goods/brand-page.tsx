import { Link, useNavigate } from '@tanstack/react-router';
import { Breadcrumbs, buttonClass, EmptyState } from '@tradeline/ui';
import { Tags } from 'lucide-react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { writeIds } from '../../lib/short-ids.ts';
import { trpc } from '../../lib/trpc.ts';
import { BrandLogo } from './brand-logo.tsx';
import { GoodsList } from './goods-list.tsx';
import type { ChangeSearch, GoodsSearch } from './goods-search.ts';

const WITHOUT = ['brands'] as const;

/** A brand: its logo, what it is, and its goods with all filters but itself. */
export const BrandPage = ({ id, search }: { id: string; search: GoodsSearch }) => {
  const t = useText();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/brands/$brandId' });
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 });
  const brand = brands.data?.find((row) => row.id === id);
  if (brands.error && !brands.data) return <LoadError error={brands.error} onRetry={() => void brands.refetch()} />;
  if (brands.data && !brand)
    return (
      <EmptyState
        heading
        icon={<Tags aria-hidden />}
        title={t.search_no_brand()}
        action={
          <Link to="/brands" className={buttonClass({ look: 'primary' })}>
            {t.search_brands()}
          </Link>
        }
      />
    );
  const change: ChangeSearch = (next) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  return (
    <GoodsList
      title={say(brand?.name)}
      breadcrumbs={
        <Breadcrumbs
          steps={[
            { key: 'brands', node: <Link to="/brands">{t.search_brands()}</Link> },
            { key: 'brand', node: say(brand?.name) },
          ]}
        />
      }
      intro={
        brand && (
          <div className="mb-4 flex items-center gap-4 rounded-lg border border-line bg-surface p-4">
            <BrandLogo brand={brand} className="size-16 text-2xl" />
            <p className="min-w-0 text-base text-muted">
              {say(brand.description) || t.search_brand_goods({ brand: say(brand.name) })}
            </p>
          </div>
        )
      }
      search={search}
      fixed={{ b: writeIds([id]) }}
      without={WITHOUT}
      onChange={change}
    />
  );
};
