import type { Tx } from '@tradeline/db';
import { auditStore, goodsSheetStore, outboxStore } from '@tradeline/db/stores';
import type { GoodsPlan } from './plan-goods.ts';

const BATCH = 500;
export type WriteContext = {
  actor: { type: string; id?: string | undefined; name: string };
  action: string;
  reason: string;
};

/**
 * Writes a plan in the caller's transaction, a few hundred rows a statement. False when a product was changed by somebody
 * since the plan was made: the caller then rolls back and plans anew.
 */
export const writeGoods = async (
  tx: Tx,
  plan: GoodsPlan,
  { actor, action, reason }: WriteContext,
): Promise<boolean> => {
  const batches = async <T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>) => {
    for (let at = 0; at < rows.length; at += BATCH)
      if ((await write(rows.slice(at, at + BATCH))) === false) return false;
    return true;
  };
  const byId = <T extends { id: string }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const kept = await batches(
    byId(plan.changedProducts),
    async (part) => (await goodsSheetStore.updateProducts(tx, part)).length === part.length,
  );
  if (!kept) return false;
  await batches(plan.newProducts, (part) => goodsSheetStore.insertProducts(tx, part));
  await batches(plan.newSkus, (part) => goodsSheetStore.insertSkus(tx, part));
  await batches(byId(plan.changedSkus), (part) => goodsSheetStore.updateSkus(tx, part));
  const told = ({ id, before, after }: GoodsPlan['audit'][number]) => ({
    actor,
    action,
    subject: { type: 'product', id },
    before,
    after,
    reason,
  });
  await batches(plan.audit, (part) => auditStore.addMany(tx, part.map(told)));
  return true;
};

/** Tells of products that were written, once for all of them. */
export const tellGoods = async (tx: Tx, action: string, products: number): Promise<void> => {
  if (products > 0)
    await outboxStore.add(tx, {
      type: 'goods.changed',
      aggregateType: 'catalogue',
      aggregateId: 'goods',
      payload: { products, action },
    });
};
