import { shopDay } from '@tradeline/ui/format';

/** A moment of this year says its time, an older one its year: what tells rows apart. */
export const momentStyle = (at: string): 'day-month-time' | 'date' =>
  shopDay(at).slice(0, 4) === shopDay(Date.now()).slice(0, 4) ? 'day-month-time' : 'date';
