import type { Text } from '../../lib/i18n.tsx';

/** Whole ten-thousandths of a typed price with up to four decimals, in any width a keyboard produces; undefined for anything else. */
export const readPrice = (typed: string): number | undefined => {
  const plain = typed.normalize('NFKC').replace(/[¥￥\s,]/gu, '');
  const match = /^(\d{1,8})(?:\.(\d{0,4}))?$/.exec(plain) ?? /^()\.(\d{1,4})$/.exec(plain);
  return match ? Number(`${match[1] || '0'}${(match[2] ?? '').padEnd(4, '0')}`) : undefined;
};

/** The price as it is typed: `12.5`, `0.0305`. */
export const plainPrice = (e4: number): string => {
  const digits = String(e4).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${digits.slice(0, -4)}.${decimals}`;
};

/** Change in percent with one decimal; undefined where there was no price, or it cost nothing. */
export const changeShare = (before: number | null, after: number | null): number | undefined =>
  before && after !== null ? (after - before) / before : undefined;

/** Share of the price left above the cost; cost in minor units. */
export const marginShare = (priceE4: number | null, cost: number | null): number | undefined =>
  priceE4 && cost !== null ? (priceE4 - cost * 100) / priceE4 : undefined;

const states = {
  off: (t: Text) => t.prices_state_off(),
  upcoming: (t: Text) => t.prices_state_upcoming(),
  running: (t: Text) => t.prices_state_running(),
  ended: (t: Text) => t.prices_state_ended(),
};
export const stateText = (state: keyof typeof states, t: Text): string => states[state](t);
export const stateTone = (state: keyof typeof states) =>
  ({ off: 'neutral', upcoming: 'info', running: 'success', ended: 'neutral' })[state] as 'neutral' | 'info' | 'success';
