import { transact } from '@tradeline/db';
import { inboundNoticeStore, orderStore, outboxStore, trackingStore } from '@tradeline/db/stores';
import { stepOfNews } from '@tradeline/domain/fulfilment';
import { ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { ParcelReport } from '../../ports/carrier.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from '../order/actor.ts';
import { takeStep } from '../order/run-command.ts';

export type ParcelTold = {
  report: ParcelReport;
  heardBy: 'push' | 'poll';
  /** Who says so. */
  desk: string;
  /** The push that brought it, marked as dealt with in the same transaction. */
  noticeId?: string | undefined;
};
/** `no-parcel`: nothing of ours has that number. */
export type Recorded = 'news' | 'known' | 'no-parcel';

const SCOPE = { kind: 'all' } as const;

/**
 * Takes a carrier's word about a parcel. Pushes and polls all end here, at once, as often and in any order they like: what
 * was said is noted once, and the order takes the step it makes once, decided under its lock by where the parcel stands.
 */
export const recordNews = async ({ db }: Pick<Deps, 'db'>, told: ParcelTold): Promise<Recorded> => {
  const { report, heardBy, noticeId } = told;
  const actor: Actor = { type: 'system', id: null, name: told.desk, roles: ['carrier'], requestId: '' };
  const recorded: Result<Recorded, Refusal> = await transact<Recorded, Refusal>(db, async (tx) => {
    const parcels = await trackingStore.parcels(tx, report.carrierCode, report.trackingNumber);
    let added = 0;
    for (const { id: shipmentId, orderId } of parcels) {
      const order = await orderStore.lock(tx, SCOPE, orderId);
      const state = await trackingStore.stateOf(tx, shipmentId);
      if (!order || !state) continue;
      const fresh = await trackingStore.add(tx, shipmentId, report.news, heardBy);
      if (fresh === 0) continue;
      added += fresh;
      const kinds = report.news.map(({ kind }) => kind);
      const action = stepOfNews(state, kinds);
      if (action) {
        const step = await takeStep(tx, actor, { scope: SCOPE, orderId, command: { action, shipmentId } });
        if (!step.ok) return step;
      }
      await outboxStore.add(tx, {
        type: 'parcel.news',
        aggregateType: 'shipment',
        aggregateId: shipmentId,
        companyId: order.companyId,
        payload: { orderId, fresh },
      });
    }
    const outcome: Recorded = parcels.length === 0 ? 'no-parcel' : added > 0 ? 'news' : 'known';
    if (noticeId !== undefined) await inboundNoticeStore.handled(tx, noticeId, outcome);
    return ok(outcome);
  });
  if (!recorded.ok) throw new Error(`news of a parcel could not be recorded: ${JSON.stringify(recorded.error)}`);
  return recorded.value;
};
