import type { Refusal } from '@tradeline/api/router';
import type { Text } from './i18n.tsx';
import type { Words } from './words.ts';

type Why = Extract<Refusal, { kind: 'lot-refused' }>['why'];

/** A lot by its code; the one without is of goods whose lot nobody noted. */
export const lotName = (code: string, t: Text): string => code || t.stock_lot_none();

/** A lot with the day on which it ends. */
export const lotText = (
  lot: { code: string; expiresOn: string | null },
  { t, day }: Pick<Words, 't' | 'day'>,
): string => (lot.expiresOn ? `${lotName(lot.code, t)} (${day(lot.expiresOn)})` : lotName(lot.code, t));

/** Why lots cannot be moved, picked or sent so, and what would do instead. */
export const lotRefusalText = (why: Why, { t, quantity, day }: Pick<Words, 't' | 'quantity' | 'day'>): string => {
  switch (why.kind) {
    case 'lot-unknown':
      return t.stock_lot_why_unknown();
    case 'lot-short':
      return t.stock_lot_why_short({
        code: lotName(why.code, t),
        asked: quantity(why.asked),
        there: quantity(why.there),
      });
    case 'lot-expired':
      return [
        t.stock_lot_why_expired({ code: why.code, day: day(why.expiresOn) }),
        why.nearest
          ? t.stock_lot_why_nearest({ code: lotName(why.nearest.code, t), units: quantity(why.nearest.units) })
          : '',
      ].join('');
    case 'lot-expiry-missing':
      return t.stock_lot_why_no_day({ code: why.code });
    case 'lot-expiry-differs':
      return t.stock_lot_why_other_day({
        code: why.code,
        day: why.expiresOn ? day(why.expiresOn) : t.stock_lot_keeps(),
      });
    case 'lot-parts-wrong':
      return t.stock_lot_why_parts({ asked: quantity(why.asked), named: quantity(why.named) });
  }
};
