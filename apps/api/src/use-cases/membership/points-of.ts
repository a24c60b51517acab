import type { Tx } from '@tradeline/db';
import { pointStore, type ShopMoment, settingStore } from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import { foldPoints, type PointsEvent } from '@tradeline/domain/membership';
import type { PointsOffer } from '@tradeline/domain/order';
import * as z from 'zod';

/** What points are worth as money: a fen each, at most half of the goods, unless the shop says otherwise. */
const rule = z.object({ worth: z.string().default('1'), maxPercent: z.string().default('50') });
const DEFAULT_RULE = { worth: '1', maxPercent: '50' };

export type PointsNow = { usable: number; today: Day; offer: Pick<PointsOffer, 'worth' | 'maxPercent'> };

/** Points a company can use today and what they are worth. The moment may still be on its way: all is asked together. */
export const pointsOf = async (
  tx: Tx,
  companyId: string,
  moment: ShopMoment | Promise<ShopMoment>,
): Promise<PointsNow> => {
  const [events, setting, { now, zone }] = await Promise.all([
    pointStore.events(tx, companyId),
    settingStore.find(tx, 'points-as-money'),
    moment,
  ]);
  const today = businessDay(now, zone);
  const parsed = rule.safeParse(setting?.value);
  return { usable: usableOn(events, today), today, offer: parsed.success ? parsed.data : DEFAULT_RULE };
};

/** What the ledger's fold says can be used on a day; a ledger at fault can use nothing. */
export const usableOn = (events: readonly PointsEvent[], today: Day): number => {
  const account = foldPoints(events, today);
  return account.ok ? Math.max(0, account.value.balance) : 0;
};
