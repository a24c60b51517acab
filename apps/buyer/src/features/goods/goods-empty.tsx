import { Link } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState } from '@tradeline/ui';
import { PackageSearch } from 'lucide-react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Chip } from './active-filters.tsx';
import { type ChangeSearch, type GoodsSearch, noFilters } from './goods-search.ts';

/** Nothing was found: which condition to let go of, what others search for, and where everything is. */
export const GoodsEmpty = ({
  search,
  chips,
  onChange,
}: {
  search: GoodsSearch;
  chips: readonly Chip[];
  onChange: ChangeSearch;
}) => {
  const { t } = useWords();
  const popular = trpc.catalog.popularSearches.useQuery(undefined, { enabled: search.q !== undefined }).data ?? [];
  const phone = trpc.session.shop.useQuery(undefined, { staleTime: 300_000 }).data?.phone;
  return (
    <EmptyState
      icon={<PackageSearch aria-hidden />}
      title={search.q ? t.search_nothing_for({ text: search.q }) : t.goods_empty_title()}
      action={
        <>
          {chips.slice(0, 4).map((chip) => (
            <Button key={chip.key} size="sm" onPress={() => onChange(chip.off)}>
              {t.search_without({ filter: chip.label })}
            </Button>
          ))}
          {chips.length > 1 && (
            <Button size="sm" onPress={() => onChange(noFilters)}>
              {t.goods_clear_filters()}
            </Button>
          )}
          {search.q && chips.length === 0 && (
            <Link to="/goods" className={buttonClass({ size: 'sm' })}>
              {t.search_all_goods()}
            </Link>
          )}
        </>
      }
    >
      <p>{chips.length > 0 ? t.search_nothing_filters() : t.search_nothing_words()}</p>
      {phone && (
        <p className="mt-2">
          <a href={`tel:${phone}`} className="text-accent-ink hover:underline">
            {t.search_ask({ phone })}
          </a>
        </p>
      )}
      {search.q && popular.length > 0 && (
        <p className="mt-3 flex flex-wrap justify-center gap-x-3 gap-y-1 text-sm">
          <span>{t.search_popular()}</span>
          {popular.slice(0, 6).map((text) => (
            <Link key={text} to="/goods" search={{ q: text }} className="text-accent-ink hover:underline">
              {text}
            </Link>
          ))}
        </p>
      )}
    </EmptyState>
  );
};
