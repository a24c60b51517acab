import { pointStore, shopMoment } from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import type { PointsEvent } from '@tradeline/domain/membership';
import { usableOn } from '../membership/points-of.ts';
import { ledgerName } from './actor.ts';
import type { CarryOut } from './carry-out.ts';

type About = Pick<CarryOut, 'tx' | 'record' | 'step' | 'actor'>;

/** Points that an order used come back to the lots they were taken from; points that it earned are taken back. */
export const settlePoints = async (
  about: About,
  { restored, clawedBack }: { restored: number; clawedBack: number },
): Promise<void> => {
  if (restored <= 0 && clawedBack <= 0) return;
  const { events, on } = await ledgerOf(about);
  const { id } = about.record.order;
  await write(about, events, on, [
    ...(restored > 0 ? [{ type: 'restore' as const, on, redemption: id, points: restored }] : []),
    ...(clawedBack > 0 ? [{ type: 'clawback' as const, on, order: id, points: clawedBack }] : []),
  ]);
};

/** A changed order uses more points than before. How many could be used, where that is fewer; then nothing is written. */
export const usePoints = async (about: About, points: number): Promise<number | undefined> => {
  const { events, on } = await ledgerOf(about);
  const usable = usableOn(events, on);
  if (usable < points) return usable;
  const { id } = about.record.order;
  const more = events.some((event) => event.type === 'redeem' && event.id === id);
  await write(about, events, on, [{ type: 'redeem', on, id, points, ...(more ? { more: true as const } : {}) }]);
  return undefined;
};

const ledgerOf = async ({ tx, record }: About): Promise<{ events: PointsEvent[]; on: Day }> => {
  const events = await pointStore.lock(tx, record.order.companyId);
  const { now, zone } = await shopMoment(tx);
  return { events, on: businessDay(now, zone) };
};

const write = async (
  { tx, record, step, actor }: About,
  events: readonly PointsEvent[],
  on: Day,
  added: readonly PointsEvent[],
): Promise<void> => {
  const { id, companyId } = record.order;
  const cause = { type: 'order-step', id: `${id}:${step.event.version}` };
  const entries = added.map((event) => ({ event, orderId: id, cause, actor: ledgerName(actor) }));
  await pointStore.append(tx, companyId, entries, usableOn([...events, ...added], on));
};
