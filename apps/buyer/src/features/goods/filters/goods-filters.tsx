import { Checkbox } from '@tradeline/ui';
import { useBilingual } from '../../../lib/i18n.tsx';
import { readIds, writeIds } from '../../../lib/short-ids.ts';
import { isColour, Swatch } from '../../../lib/swatch.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useWords } from '../../../lib/words.ts';
import { readChoices, toggleChoice, writeChoices } from '../choice-code.ts';
import type { Facets } from '../found.ts';
import type { ChangeSearch, GoodsSearch } from '../goods-search.ts';
import { CategoryFilter } from './category-filter.tsx';
import { FilterSection, FilterSkeleton } from './filter-section.tsx';
import { PriceFilter } from './price-filter.tsx';
import { ValueList } from './value-list.tsx';

/** Every filter with how many goods each of its values would leave; several values of one are alternatives. */
export const GoodsFilters = ({
  facets,
  search,
  onChange,
  without = [],
}: {
  facets: Facets | undefined;
  search: GoodsSearch;
  onChange: ChangeSearch;
  /** Filters that the page itself stands for. */
  without?: readonly ('brands' | 'categories')[];
}) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 }).data;
  if (!facets) return <FilterSkeleton />;
  const [chosenBrands, options, attributes] = [readIds(search.b), readChoices(search.o), readChoices(search.a)];
  const brandCounts = new Map(facets.brands.map(({ id, count }) => [id, count]));
  const toggleBrand = (id: string) =>
    onChange({
      b: writeIds(chosenBrands.includes(id) ? chosenBrands.filter((each) => each !== id) : [...chosenBrands, id]),
    });
  const brandValues = (brands ?? [])
    .map((brand) => ({ code: brand.id, name: say(brand.name), count: brandCounts.get(brand.id) ?? 0 }))
    .filter(({ code, count }) => count > 0 || chosenBrands.includes(code))
    .toSorted((a, b) => b.count - a.count);
  const flags = [
    { key: 'stock', label: t.goods_in_stock(), count: facets.inStock },
    { key: 'deal', label: t.search_on_promotion(), count: facets.onPromotion },
    { key: 'bought', label: t.search_bought_before(), count: facets.boughtBefore },
  ] as const;
  return (
    <>
      {!without.includes('categories') && (
        <FilterSection title={t.goods_category()}>
          <CategoryFilter counts={facets.categories} search={search} onChange={onChange} />
        </FilterSection>
      )}
      <FilterSection title={t.search_only()}>
        {flags.map(({ key, label, count }) => (
          <Checkbox
            key={key}
            className="min-h-10 rounded-sm hover:bg-hover md:min-h-8"
            checked={search[key]}
            onCheckedChange={(on) => onChange({ [key]: on })}
            label={label}
            aside={quantity(count)}
          />
        ))}
      </FilterSection>
      {facets.price && (
        <FilterSection title={t.search_my_price()}>
          <PriceFilter range={facets.price} search={search} onChange={onChange} />
        </FilterSection>
      )}
      {!without.includes('brands') && brandValues.length > 0 && (
        <FilterSection title={t.goods_brand()}>
          <ValueList label={t.goods_brand()} values={brandValues} chosen={chosenBrands} onToggle={toggleBrand} />
        </FilterSection>
      )}
      {facets.options.map((axis) => (
        <FilterSection key={axis.code} title={say(axis.name)}>
          <ValueList
            label={say(axis.name)}
            values={axis.values.map(({ code, name, count }) => ({
              code,
              name: say(name),
              count,
              ...(isColour(code) ? { mark: <Swatch code={code} /> } : {}),
            }))}
            chosen={options[axis.code] ?? []}
            onToggle={(code) => onChange({ o: writeChoices(toggleChoice(options, axis.code, code)) })}
          />
        </FilterSection>
      ))}
      {facets.attributes.map((attribute) => (
        <FilterSection
          key={attribute.code}
          title={attribute.unit ? `${say(attribute.name)} (${attribute.unit})` : say(attribute.name)}
        >
          <ValueList
            label={say(attribute.name)}
            values={attribute.values.map(({ value, name, count }) => ({ code: value, name: say(name), count }))}
            chosen={attributes[attribute.code] ?? []}
            onToggle={(code) => onChange({ a: writeChoices(toggleChoice(attributes, attribute.code, code)) })}
          />
        </FilterSection>
      ))}
    </>
  );
};
