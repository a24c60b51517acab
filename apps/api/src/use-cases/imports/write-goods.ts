import type { Tx } from '@tradeline/db';
import { auditStore, goodsSheetStore, outboxStore } from '@tradeline/db/stores';
import type { GoodsPlan } from './plan-goods.ts';

const BATCH = 500;
export type WriteContext = {
  actor: { type: string; id?: string | undefined; name: string };
  action: string;
  reason: string;
  /** Tells how many rows are written; may stop the work, and with it all of it. */
  step: (done: number) => Promise<void>;
};

/**
 * Writes a plan in the caller's transaction, a few hundred rows a statement. False when a product was changed by somebody
 * since the plan was made: the caller then rolls back and plans anew.
 */
export const writeGoods = async (
  tx: Tx,
  plan: GoodsPlan,
  { actor, action, reason, step }: WriteContext,
): Promise<boolean> => {
  let done = 0;
  const batches = async <T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>, counts: boolean) => {
    for (let at = 0; at < rows.length; at += BATCH) {
      const part = rows.slice(at, at + BATCH);
      if ((await write(part)) === false) return false;
      if (!counts) continue;
      done += part.length;
      await step(done);
    }
    return true;
  };
  const byId = <T extends { id: string }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const kept = await batches(
    byId(plan.changedProducts),
    async (part) => (await goodsSheetStore.updateProducts(tx, part)).length === part.length,
    false,
  );
  if (!kept) return false;
  await batches(plan.newProducts, (part) => goodsSheetStore.insertProducts(tx, part), false);
  await batches(plan.newSkus, (part) => goodsSheetStore.insertSkus(tx, part), true);
  await batches(byId(plan.changedSkus), (part) => goodsSheetStore.updateSkus(tx, part), true);
  const told = ({ id, before, after }: GoodsPlan['audit'][number]) => ({
    actor,
    action,
    subject: { type: 'product', id },
    before,
    after,
    reason,
  });
  await batches(plan.audit, (part) => auditStore.addMany(tx, part.map(told)), false);
  if (plan.audit.length > 0)
    await outboxStore.add(tx, {
      type: 'goods.changed',
      aggregateType: 'catalogue',
      aggregateId: 'goods',
      payload: { products: plan.audit.length, action },
    });
  return true;
};
