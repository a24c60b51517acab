import type { InferInsertModel } from 'drizzle-orm';
import type { stock, stockSharing, stockSharingGoods } from '../schema/index.ts';
import { at, DAY } from './clock.ts';
import { idsFrom } from './ids.ts';

/** More than any order of the demo's journeys takes: the rule is there to be read, it holds nobody back. */
const CAP = 5_000;

/** One sharing rule: of the goods that lie most in the first warehouse, chain stores take no more than so many. */
export const buildSharing = (
  seed: number,
  now: number,
  shelves: readonly InferInsertModel<typeof stock>[],
  warehouseId: string,
  groupId: string,
) => {
  const ids = idsFrom(seed, 'sharing');
  const most = shelves
    .filter((shelf) => shelf.warehouseId === warehouseId)
    .toSorted((a, b) => (b.onHand ?? 0) - (a.onHand ?? 0) || (a.skuId < b.skuId ? -1 : 1))[0];
  const ruleId = ids(now - 7 * DAY);
  const rules: InferInsertModel<typeof stockSharing>[] = most
    ? [
        {
          ...{ id: ruleId, warehouseId, party: `group:${groupId}`, groupId, allGoods: false, cap: CAP },
          countedSince: at(now - 7 * DAY),
        },
      ]
    : [];
  const goods: InferInsertModel<typeof stockSharingGoods>[] = most ? [{ ruleId, skuId: most.skuId }] : [];
  return { rules, goods };
};
