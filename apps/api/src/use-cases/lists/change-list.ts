import { transact } from '@tradeline/db';
import { catalogStore, goodsListStore, type ListLine } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { viewerOf } from '../session/visitor.ts';
import { hasRoom, holdList } from './list-owner.ts';

/** `put` adds goods or changes their quantity, `take` removes them, `arrange` gives them a new order. */
export type ListChange =
  | { kind: 'put'; lines: ListLine[] }
  | { kind: 'take'; skuIds: string[] }
  | { kind: 'arrange'; skuIds: string[] };

/** Changes the goods of an own list. Goods that the buyer may not see cannot be put on one. */
export const changeList = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  listId: string,
  change: ListChange,
): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(deps.db, async (tx) => {
    const held = await holdList(tx, buyer, listId);
    if (!held.ok) return held;
    if (change.kind === 'take') await goodsListStore.take(tx, listId, change.skuIds);
    else if (change.kind === 'arrange') await goodsListStore.arrange(tx, listId, change.skuIds);
    else {
      const ids = change.lines.map((line) => line.skuId);
      const known = new Set(
        (await catalogStore.skus(tx, ids, viewerOf(buyer))).filter((sku) => sku.visible).map((sku) => sku.id),
      );
      const unknown = ids.find((skuId) => !known.has(skuId));
      if (unknown) return err({ kind: 'sku-not-found', skuId: unknown });
      const room = await hasRoom(tx, listId, ids);
      if (!room.ok) return room;
      await goodsListStore.put(tx, listId, change.lines);
    }
    return ok(undefined);
  });
