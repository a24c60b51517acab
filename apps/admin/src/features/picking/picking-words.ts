import type { ShortReason, ShortRest, WaveGrouping } from '@tradeline/domain/fulfilment';
import type { Text } from '../../lib/i18n.tsx';

const groupings: Record<WaveGrouping, (t: Text) => string> = {
  delivery: (t) => t.fulfil_by_delivery(),
  region: (t) => t.fulfil_by_region(),
  none: (t) => t.fulfil_by_none(),
};
export const groupingText = (by: WaveGrouping, t: Text): string => groupings[by](t);

/** What the orders of a list have in common. */
export const groupText = (by: WaveGrouping, key: string | null, name: string, t: Text): string =>
  by === 'none' ? t.fulfil_mixed() : name || key || (by === 'delivery' ? t.fulfil_no_delivery() : t.fulfil_no_region());

export const shortReasonText: Record<ShortReason, (t: Text) => string> = {
  missing: (t) => t.fulfil_short_missing(),
  damaged: (t) => t.fulfil_short_damaged(),
  'wrong-goods': (t) => t.fulfil_short_wrong(),
  expired: (t) => t.fulfil_short_expired(),
};
export const shortRestText: Record<ShortRest, (t: Text) => string> = {
  owe: (t) => t.fulfil_rest_owe(),
  close: (t) => t.fulfil_rest_close(),
};

const states: Record<'open' | 'done' | 'cancelled', (t: Text) => string> = {
  open: (t) => t.fulfil_list_open(),
  done: (t) => t.fulfil_list_done(),
  cancelled: (t) => t.fulfil_list_cancelled(),
};
export const listStateText = (state: keyof typeof states, t: Text): string => states[state](t);
export const listTone = (state: keyof typeof states) =>
  state === 'open' ? ('accent' as const) : state === 'done' ? ('success' as const) : ('neutral' as const);
