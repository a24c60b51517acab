import type { ProductFilter } from '@tradeline/db/stores';
import type { Deps } from '../../../deps.ts';
import { findGoods } from './find-goods.ts';

/** Goods as staff narrow them down; `text` is what they type into a search. */
export type StaffFilter = Pick<ProductFilter, 'category' | 'brand' | 'status' | 'inStock'> & {
  text?: string | undefined;
};

/** The filter with the products that its words mean, all of them: a file or a grid of what was found must not be cut short. */
export const narrowForStaff = async (
  deps: Pick<Deps, 'search'>,
  { text, ...filter }: StaffFilter,
): Promise<ProductFilter> => {
  const words = text?.trim();
  return words ? { ...filter, ids: await findGoods(deps, words, Number.POSITIVE_INFINITY) } : filter;
};
