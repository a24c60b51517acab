import { cx } from '@tradeline/ui';
import { X } from 'lucide-react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import type { ChangeSearch } from './goods-page.tsx';
import type { GoodsSearch } from './goods-search.ts';

/** What narrows the list now; each can be taken back by itself. */
export const ActiveFilters = ({
  search,
  onChange,
  className,
}: {
  search: GoodsSearch;
  onChange: ChangeSearch;
  className?: string;
}) => {
  const t = useText();
  const say = useBilingual();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 }).data;
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 }).data;
  const chips = [
    {
      key: 'category',
      on: search.category,
      label: say(categories?.find((row) => row.id === search.category)?.name),
      off: { category: undefined },
    },
    {
      key: 'brand',
      on: search.brand,
      label: say(brands?.find((row) => row.id === search.brand)?.name),
      off: { brand: undefined },
    },
    { key: 'stock', on: search.stock || undefined, label: t.goods_in_stock(), off: { stock: false } },
    { key: 'q', on: search.q, label: search.q ?? '', off: { q: undefined } },
  ].filter((chip) => chip.on !== undefined && chip.label);
  if (chips.length === 0) return null;
  return (
    <ul className={cx('flex-wrap items-center gap-1.5', className)}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            onClick={() => onChange(chip.off)}
            aria-label={`${t.clear()} ${chip.label}`}
            className="inline-flex h-8 items-center gap-1 rounded-full bg-accent-soft pr-2 pl-3 text-sm text-accent-ink hover:bg-accent/15 md:h-7"
          >
            <span className="max-w-40 truncate">{chip.label}</span>
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            onClick={() => onChange({ category: undefined, brand: undefined, stock: false, q: undefined })}
            className="px-1.5 text-sm text-muted hover:text-ink hover:underline"
          >
            {t.goods_clear_filters()}
          </button>
        </li>
      )}
    </ul>
  );
};
