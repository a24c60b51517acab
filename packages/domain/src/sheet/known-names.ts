import type { Known, Named } from './cell.ts';
import { nameIndex } from './known.ts';
import { unitNames } from './units.ts';

type Text = { readonly zh: string; readonly en?: string | undefined };
/** What a shop has that cells may name. */
export type CatalogueNames = {
  readonly categories: readonly { id: string; parentId: string | null; slug: string; name: Text }[];
  readonly brands: readonly { id: string; slug: string; name: Text }[];
  readonly units: readonly { zh: string }[];
  readonly lists: readonly { id: string; code: string; name: Text }[];
  readonly warehouses: readonly { id: string; code: string; name: Text }[];
};

const both = (name: Text): string[] => [name.zh, name.en ?? ''];

/** What cells may name, with every name it answers to. A category is written with the way to it, as names repeat. */
export const knownNames = (names: CatalogueNames, skus: readonly Named[] = []): Known => {
  const byId = new Map(names.categories.map((category) => [category.id, category]));
  const path = (id: string, language: 'zh' | 'en'): string => {
    const steps: string[] = [];
    for (let at = byId.get(id); at && steps.length < 10; at = byId.get(at.parentId ?? ''))
      steps.unshift(language === 'en' ? (at.name.en ?? at.name.zh) : at.name.zh);
    return steps.join(' > ');
  };
  return {
    category: nameIndex(
      names.categories.map(({ id, slug, name }) => ({
        id,
        names: [path(id, 'zh'), path(id, 'en'), ...both(name), slug],
      })),
    ),
    brand: nameIndex(names.brands.map(({ id, slug, name }) => ({ id, names: [...both(name), slug] }))),
    unit: nameIndex(unitNames(names.units.map(({ zh }) => zh))),
    'price-list': nameIndex(names.lists.map(({ id, code, name }) => ({ id, names: [code, ...both(name)] }))),
    warehouse: nameIndex(names.warehouses.map(({ id, code, name }) => ({ id, names: [code, ...both(name)] }))),
    sku: nameIndex(skus),
  };
};
