import { plusDays, plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';

/** How long points live: so many months, or to the end of the year after the grant. */
export type PointsLife =
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'end-of-next-year' }
  | { readonly kind: 'for-ever' };

/** The first day on which points granted on a day are gone; absent = never. */
export const expiryOf = (granted: Day, life: PointsLife): Day | undefined => {
  switch (life.kind) {
    case 'months':
      return plusMonths(granted, life.months);
    case 'end-of-next-year':
      return `${String(Number(granted.slice(0, 4)) + 2).padStart(4, '0')}-01-01` as Day;
    case 'for-ever':
      return undefined;
  }
};

/** The first day on which points of goods delivered on a day can be used: after the return period, or at once. */
export const availableFrom = (deliveredOn: Day, returnDays: number): Day => plusDays(deliveredOn, returnDays);
