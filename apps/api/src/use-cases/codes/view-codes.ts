import { customerCodeStore, type Looker, type Page } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import { goodsMeant } from '../catalog/search/goods-meant.ts';

/** A customer's codes, found by a part of a code or by what the goods are: of goods that the one who looks may see. */
export const viewCodes = async (
  deps: Pick<Deps, 'db' | 'search'>,
  companyId: string,
  looker: Looker,
  text: string | undefined,
  page: Page,
) => {
  const words = text?.trim();
  const goods = await goodsMeant(deps, words, Number.POSITIVE_INFINITY);
  return customerCodeStore.page(deps.db, companyId, looker, words ? { text: words, goods } : undefined, page);
};
