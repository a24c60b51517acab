import { Link } from '@tanstack/react-router';
import { EmptyState, PageHeader, SearchField, Skeleton } from '@tradeline/ui';
import { Tags } from 'lucide-react';
import { useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { BrandLogo } from './brand-logo.tsx';

/** Every brand that has goods for me, to be found by name. */
export const BrandsPage = () => {
  const t = useText();
  const { quantity } = useWords();
  const say = useBilingual();
  const [typed, setTyped] = useState('');
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 });
  if (brands.error && !brands.data) return <LoadError error={brands.error} onRetry={() => void brands.refetch()} />;
  const word = typed.toLowerCase();
  const shown = (brands.data ?? []).filter(
    ({ name, products }) => products > 0 && [name.zh, name.en].some((each) => each?.toLowerCase().includes(word)),
  );
  return (
    <>
      <PageHeader
        title={t.search_brands()}
        actions={
          <SearchField
            live
            className="w-full sm:w-64"
            label={t.search_in_filter({ filter: t.goods_brand() })}
            value={typed}
            onSearch={setTyped}
          />
        }
      />
      {brands.data && shown.length === 0 ? (
        <EmptyState icon={<Tags aria-hidden />} title={t.no_matches()} />
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          {!brands.data &&
            Array.from({ length: 12 }, (_, at) => (
              <li key={at}>
                <Skeleton className="h-18 w-full rounded-lg" />
              </li>
            ))}
          {shown.map((brand) => (
            <li key={brand.id}>
              <Link
                to="/brands/$brandId"
                params={{ brandId: brand.id }}
                className="flex h-18 items-center gap-3 rounded-lg border border-line bg-surface px-3 hover:border-control"
              >
                <BrandLogo brand={brand} className="size-11" />
                <span className="min-w-0">
                  <span className="block truncate font-medium">{say(brand.name)}</span>
                  <span className="tabular block text-sm text-muted">
                    {t.goods_count({ count: quantity(brand.products) })}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
