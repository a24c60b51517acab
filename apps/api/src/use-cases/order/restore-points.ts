import { pointStore, shopMoment } from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import type { PointsEvent } from '@tradeline/domain/membership';
import { usableOn } from '../membership/points-of.ts';
import { ledgerName } from './actor.ts';
import type { CarryOut } from './carry-out.ts';

/** Points that an order used come back to the lots they were taken from. */
export const restorePoints = async (
  { tx, record, step, actor }: Pick<CarryOut, 'tx' | 'record' | 'step' | 'actor'>,
  points: number,
): Promise<void> => {
  if (points <= 0) return;
  const { id, companyId } = record.order;
  const events = await pointStore.lock(tx, companyId);
  const { now, zone } = await shopMoment(tx);
  const on = businessDay(now, zone);
  const event: PointsEvent = { type: 'restore', on, redemption: id, points };
  const cause = { type: 'order-step', id: `${id}:${step.event.version}` };
  const entry = { event, orderId: id, cause, actor: ledgerName(actor) };
  await pointStore.append(tx, companyId, [entry], usableOn([...events, event], on));
};
