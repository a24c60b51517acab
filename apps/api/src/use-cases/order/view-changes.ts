import { auditStore, type OrderScope, orderStore } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** Figures and states that say something to people; the rest of an entry is for auditors. */
const told = ['approval', 'displayStatus', 'total', 'granted', 'lines', 'priority'] as const;
export type ToldKey = (typeof told)[number];
export type ToldValue = string | number | null;

const toldOf = (side: unknown, key: ToldKey): ToldValue => {
  const value: unknown = side && typeof side === 'object' ? Reflect.get(side, key) : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

/**
 * What members of staff did to an order, from the audit log, the newest first: who, when, why, and each figure or state that
 * is another than before. Steps of customers and of the product itself stand in the order's history.
 */
export const viewChanges = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, orderId: string) => {
  if (!(await orderStore.find(db, scope, orderId))) return err({ kind: 'order-not-found' } satisfies Refusal);
  const rows = await auditStore.ofSubject(db, 'order', orderId);
  return ok(
    rows
      .filter(({ action }) => action.startsWith('order.'))
      .map(({ seq, at, actorName, action, reason, before, after }) => ({
        seq,
        at,
        actorName,
        action,
        reason,
        changed: told
          .map((key) => ({ key, before: toldOf(before, key), after: toldOf(after, key) }))
          .filter((each) => each.after !== null && each.before !== each.after),
      })),
  );
};
