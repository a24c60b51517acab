import { cx } from '@tradeline/ui';
import { X } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { readIds, writeIds } from '../../lib/short-ids.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { readChoices, toggleChoice, writeChoices } from './choice-code.ts';
import type { Facets } from './found.ts';
import { type ChangeSearch, type GoodsSearch, noFilters } from './goods-search.ts';

export type Chip = { key: string; label: string; off: Partial<GoodsSearch> };

/** Everything that narrows the list now, in words, each with what takes it back. Words that are searched for are no filter. */
export const useChips = (search: GoodsSearch, facets: Facets | undefined, without: readonly string[] = []): Chip[] => {
  const { t, money } = useWords();
  const say = useBilingual();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 }).data;
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 }).data;
  const [chosenBrands, options, attributes] = [readIds(search.b), readChoices(search.o), readChoices(search.a)];
  const category = categories?.find((row) => row.id === search.category);
  const price =
    search.min !== undefined && search.max !== undefined
      ? `${money(search.min)} – ${money(search.max)}`
      : search.min !== undefined
        ? t.search_price_at_least({ price: money(search.min) })
        : search.max !== undefined
          ? t.search_price_at_most({ price: money(search.max) })
          : undefined;
  const optionName = (axis: string, value: string) => {
    const found = facets?.options.find(({ code }) => code === axis);
    return say(found?.values.find(({ code }) => code === value)?.name) || value;
  };
  const attributeName = (code: string, value: string) => {
    const found = facets?.attributes.find((each) => each.code === code);
    const text = say(found?.values.find((each) => each.value === value)?.name) || value;
    return found?.unit ? `${say(found.name)} ${text}` : text;
  };
  return [
    ...(category && !without.includes('categories')
      ? [{ key: 'category', label: say(category.name), off: { category: undefined, a: undefined } }]
      : []),
    ...(without.includes('brands') ? [] : chosenBrands).map((id) => ({
      key: `b ${id}`,
      label: say(brands?.find((row) => row.id === id)?.name) || t.goods_brand(),
      off: { b: writeIds(chosenBrands.filter((each) => each !== id)) },
    })),
    ...(price ? [{ key: 'price', label: price, off: { min: undefined, max: undefined } }] : []),
    ...Object.entries(options).flatMap(([axis, values]) =>
      values.map((value) => ({
        key: `o ${axis} ${value}`,
        label: optionName(axis, value),
        off: { o: writeChoices(toggleChoice(options, axis, value)) },
      })),
    ),
    ...Object.entries(attributes).flatMap(([code, values]) =>
      values.map((value) => ({
        key: `a ${code} ${value}`,
        label: attributeName(code, value),
        off: { a: writeChoices(toggleChoice(attributes, code, value)) },
      })),
    ),
    ...(search.stock ? [{ key: 'stock', label: t.goods_in_stock(), off: { stock: false } }] : []),
    ...(search.deal ? [{ key: 'deal', label: t.search_on_promotion(), off: { deal: false } }] : []),
    ...(search.bought ? [{ key: 'bought', label: t.search_bought_before(), off: { bought: false } }] : []),
  ];
};

/** What narrows the list now; each can be taken back by itself. */
export const ActiveFilters = ({
  chips,
  onChange,
  className,
}: {
  chips: readonly Chip[];
  onChange: ChangeSearch;
  className?: string;
}) => {
  const { t } = useWords();
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t.search_active()} className={cx('flex flex-wrap items-center gap-1.5', className)}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            onClick={() => onChange(chip.off)}
            aria-label={`${t.clear()} ${chip.label}`}
            className="inline-flex h-8 items-center gap-1 rounded-full bg-accent-soft pr-2 pl-3 text-sm text-accent-ink hover:bg-accent/15 md:h-7"
          >
            <span className="max-w-48 truncate">{chip.label}</span>
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            onClick={() => onChange(noFilters)}
            className="min-h-7 px-1.5 text-sm text-muted hover:text-ink hover:underline"
          >
            {t.goods_clear_filters()}
          </button>
        </li>
      )}
    </ul>
  );
};
