import { addDays, addMillis, type Instant, instant, zoneOffset } from '@tradeline/domain/kernel';
import { SHOP_ZONE } from '@tradeline/ui/format';

/** The moment at which a calendar day, `2026-11-23`, begins in the shop's zone. */
export const dayStart = (day: string, zone: string = SHOP_ZONE): Instant => {
  const midnight = instant(`${day}T00:00:00.000Z`);
  return addMillis(midnight, -(zoneOffset(midnight, zone) ?? 0) * 60_000);
};

/** The moment at which a calendar day ends: the first one that is no longer in it. */
export const dayEnd = (day: string, zone: string = SHOP_ZONE): Instant => addDays(dayStart(day, zone), 1);
