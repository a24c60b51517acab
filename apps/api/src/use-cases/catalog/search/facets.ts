import type { Bilingual } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import { withAncestors } from '@tradeline/domain/search';
import type { SearchState } from '../../../search/engine.ts';
import type { Selection } from './select-goods.ts';

export type FacetValue = { count: number; name: Bilingual };
export type Facets = {
  categories: { id: string; count: number }[];
  brands: { id: string; count: number }[];
  options: { code: string; name: Bilingual; values: (FacetValue & { code: string })[] }[];
  attributes: { code: string; name: Bilingual; unit?: string; values: (FacetValue & { value: string })[] }[];
  price?: { min: Minor; max: Minor };
  inStock: number;
  onPromotion: number;
  boughtBefore: number;
};

/** Further than this nobody reads down; what is chosen already always stays. */
const MOST_AXES = 12;
const MOST_VALUES = 60;
const E4_PER_MINOR = 100;

type Group = { axis: number; total: number; values: { place: number; count: number }[] };

const grouped = (
  { catalogue }: SearchState,
  counts: ReadonlyMap<number, number>,
  chosen: ReadonlySet<string>,
): Group[] => {
  const groups = new Map<number, Group>();
  for (const [place, count] of counts) {
    const axis = catalogue.table.axisOf[place]!;
    const group = groups.get(axis) ?? { axis, total: 0, values: [] };
    group.total += count;
    group.values.push({ place, count });
    groups.set(axis, group);
  }
  const isChosen = (group: Group) => chosen.has(catalogue.axes[group.axis]!.code);
  return [...groups.values()]
    .sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || b.total - a.total)
    .slice(0, MOST_AXES)
    .sort((a, b) => catalogue.axes[a.axis]!.position - catalogue.axes[b.axis]!.position || b.total - a.total)
    .map((group) => ({ ...group, values: group.values.sort((a, b) => b.count - a.count).slice(0, MOST_VALUES) }));
};

const listed = (counts: ReadonlyMap<number, number>, idOf: (place: number) => string) =>
  [...counts].map(([place, count]) => ({ id: idOf(place), count })).sort((a, b) => b.count - a.count);

type Chosen = { options: ReadonlySet<string>; attributes: ReadonlySet<string> };
type NamedCounts = Pick<Facets, 'categories' | 'brands' | 'options' | 'attributes'>;

/** Counts by number become counts by name, most first. */
const named = ({ state, sifted }: Selection, chosen: Chosen): NamedCounts => {
  const { catalogue } = state;
  const valuesOf = (group: Group) => group.values.map(({ place, count }) => ({ ...catalogue.values[place]!, count }));
  return {
    categories: listed(withAncestors(sifted.categories, catalogue.table.parentOf), catalogue.categories.nameOf),
    brands: listed(sifted.brands, catalogue.brands.nameOf),
    options: grouped(state, sifted.options, chosen.options).map((group) => ({
      code: catalogue.axes[group.axis]!.code,
      name: catalogue.axes[group.axis]!.name,
      values: valuesOf(group),
    })),
    attributes: grouped(state, sifted.attributes, chosen.attributes).map((group) => {
      const { code, name, unit } = catalogue.axes[group.axis]!;
      return {
        code,
        name,
        ...(unit === undefined ? {} : { unit }),
        values: valuesOf(group).map(({ code: value, name: text, count }) => ({ value, name: text, count })),
      };
    }),
  };
};

/** What is counted for a page; the named counts of a kept list are kept with it, as what is chosen is part of its wish. */
export const facetsOf = (selection: Selection, chosen: Chosen): Facets => {
  const { sifted, list } = selection;
  const counts = (list.notes.get('counts') as NamedCounts | undefined) ?? named(selection, chosen);
  list.notes.set('counts', counts);
  return {
    ...counts,
    ...(sifted.price
      ? {
          price: {
            min: minor(Math.floor(sifted.price.min / E4_PER_MINOR)),
            max: minor(Math.ceil(sifted.price.max / E4_PER_MINOR)),
          },
        }
      : {}),
    inStock: sifted.inStock,
    onPromotion: sifted.onPromotion,
    boughtBefore: sifted.boughtBefore,
  };
};
