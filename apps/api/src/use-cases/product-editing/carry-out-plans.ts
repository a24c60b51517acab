import { transact } from '@tradeline/db';
import { auditStore, outboxStore, productPlanStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';

/** Switches the products whose planned moment has come, each with its line in the history. Says how many. */
export const carryOutPlans = async ({ db }: Pick<Deps, 'db'>): Promise<number> => {
  const done = await transact(db, async (tx) => {
    const switched = await productPlanStore.carryOut(tx);
    for (const { id, version, to, at } of switched) {
      await auditStore.add(tx, {
        actor: { type: 'system', name: 'plan' },
        action: `product.${to}`,
        subject: { type: 'product', id },
        before: { status: to === 'published' ? 'draft' : 'published' },
        after: { status: to, plannedAt: at },
      });
      await outboxStore.add(tx, {
        type: `product.${to}`,
        aggregateType: 'product',
        aggregateId: id,
        aggregateVersion: version,
        payload: { plannedAt: at },
      });
    }
    return ok(switched.length);
  });
  return done.ok ? done.value : 0;
};
