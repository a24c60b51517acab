import { pointStore, shopMoment } from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import type { PointsEvent } from '@tradeline/domain/membership';
import { usableOn } from '../membership/points-of.ts';
import { ledgerName } from './actor.ts';
import type { CarryOut } from './carry-out.ts';

/** Points that an order used come back to the lots they were taken from; points that it earned are taken back. */
export const settlePoints = async (
  { tx, record, step, actor }: Pick<CarryOut, 'tx' | 'record' | 'step' | 'actor'>,
  { restored, clawedBack }: { restored: number; clawedBack: number },
): Promise<void> => {
  if (restored <= 0 && clawedBack <= 0) return;
  const { id, companyId } = record.order;
  const events = await pointStore.lock(tx, companyId);
  const { now, zone } = await shopMoment(tx);
  const on = businessDay(now, zone);
  const added: PointsEvent[] = [
    ...(restored > 0 ? [{ type: 'restore' as const, on, redemption: id, points: restored }] : []),
    ...(clawedBack > 0 ? [{ type: 'clawback' as const, on, order: id, points: clawedBack }] : []),
  ];
  const cause = { type: 'order-step', id: `${id}:${step.event.version}` };
  const entries = added.map((event) => ({ event, orderId: id, cause, actor: ledgerName(actor) }));
  await pointStore.append(tx, companyId, entries, usableOn([...events, ...added], on));
};
