import { auditStore, jobStore, type OrderScope, orderStore, staffStore } from '@tradeline/db/stores';
import type { Deps } from '../../../deps.ts';
import type { Staff } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import type { JobHandler } from '../../jobs.ts';
import { sayYes, type YesTo } from './say-yes.ts';

export const BULK_APPROVE = 'bulk-approve';

export type BulkApproval = { scope: OrderScope; orders: YesTo[] };
export type BulkReport = { passed: number; refused: { id: string; number: string; refusal: Refusal }[] };

/** Orders decided at the same time; the chain of the audit log lines them up at their end. */
const AT_ONCE = 4;

/** Puts many yeses in line; the worker says them one by one, each for itself. */
export const startBulkApproval = (
  { db }: Pick<Deps, 'db'>,
  staff: Pick<Staff, 'id'>,
  scope: OrderScope,
  orders: YesTo[],
) =>
  jobStore.add(db, {
    kind: BULK_APPROVE,
    payload: { scope, orders } satisfies BulkApproval,
    owner: { type: 'staff', id: staff.id },
  });

/**
 * Says yes to each order. A worker that takes the job up from one that died finds in the audit log what that one has done:
 * nothing is said twice, and nothing of it is told as refused.
 */
export const bulkApproveJob =
  (deps: Pick<Deps, 'db'>): JobHandler =>
  async ({ id, payload, owner, attempt, step, onCancel }) => {
    const { scope, orders } = payload as BulkApproval;
    const requestId = `job:${id}`;
    const report: BulkReport = { passed: 0, refused: [] };
    onCancel(report);
    // By what the person may do now: who has left says yes to nothing.
    const found = await staffStore.find(deps.db, owner.id ?? '');
    const staff = found && ({ ...found, sessionId: '' } as Staff);
    const ids = orders.map((order) => order.id);
    const before = attempt > 1 ? await auditStore.subjectsOf(deps.db, 'order', ids, requestId) : new Set<string>();
    await step(0, orders.length);
    for (let at = 0; at < orders.length; at += AT_ONCE) {
      await Promise.all(
        orders.slice(at, at + AT_ONCE).map(async (order) => {
          const done = before.has(order.id)
            ? { ok: true as const }
            : staff
              ? await sayYes(deps, staff, requestId, scope, order)
              : { ok: false as const, error: { kind: 'not-signed-in' as const } };
          if (done.ok) report.passed += 1;
          else report.refused.push(await named(deps, scope, order.id, done.error));
        }),
      );
      await step(Math.min(orders.length, at + AT_ONCE), orders.length);
    }
    return report;
  };

const named = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, id: string, refusal: Refusal) => ({
  id,
  number: (await orderStore.find(db, scope, id))?.number ?? '',
  refusal,
});
