import { type MeantGoods, stockListStore } from '@tradeline/db/stores';
import type { Deps } from '../../../deps.ts';
import { findGoods } from './find-goods.ts';

/** What a text means: goods whose number or barcode it is exactly, else goods that it describes; without a text any. */
export const goodsMeant = async (
  deps: Pick<Deps, 'db' | 'search'>,
  text: string | undefined,
  most?: number,
): Promise<MeantGoods> => {
  const words = text?.trim();
  if (!words) return {};
  const skuIds = await stockListStore.byCode(deps.db, words);
  return skuIds.length > 0 ? { skuIds } : { productIds: await findGoods(deps, words, most) };
};
