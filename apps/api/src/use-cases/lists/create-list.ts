import { transact } from '@tradeline/db';
import { goodsListStore, type ListLine, type OrderScope } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { viewOrder } from '../order/view-order.ts';
import { LIST_LIMITS, ownerOf } from './list-owner.ts';

export type NewList = { name: string; shared: boolean };

/** A new named list; with `order`, of the goods and quantities of a past order, gifts left out. */
export const createList = async (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  fields: NewList,
  order?: { scope: OrderScope; id: string },
): Promise<Result<{ id: string }, Refusal>> => {
  let lines: ListLine[] = [];
  if (order) {
    const found = await viewOrder(deps, order.scope, order.id);
    if (!found.ok) return found;
    const units = new Map<string, number>();
    for (const line of found.value.lines)
      if (!line.isGift) units.set(line.skuId, (units.get(line.skuId) ?? 0) + line.quantity);
    lines = [...units].map(([skuId, quantity]) => ({ skuId, quantity }));
  }
  return transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    if ((await goodsListStore.count(tx, ownerOf(buyer))) >= LIST_LIMITS.lists)
      return err({ kind: 'too-many-lists', limit: LIST_LIMITS.lists });
    if (lines.length > LIST_LIMITS.lines) return err({ kind: 'list-full', limit: LIST_LIMITS.lines });
    const id = await goodsListStore.create(tx, ownerOf(buyer), fields);
    await goodsListStore.put(tx, id, lines);
    return ok({ id });
  });
};
