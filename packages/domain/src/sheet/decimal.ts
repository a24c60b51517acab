import { err, ok, type Result } from '../kernel/index.ts';
import type { CellProblem } from './cell.ts';

const DECIMAL = /^([+-]?)(\d{1,16})(?:\.(\d*))?$/u;

/** What is probably meant by `1,234.5`, `¥ 12`, `12元` or full-width digits. */
const cleaned = (raw: string): string | undefined => {
  const candidate = raw.normalize('NFKC').replaceAll(/[\s,_'¥$€元]/gu, '');
  return DECIMAL.test(candidate) && candidate !== raw ? candidate : undefined;
};

/** A whole number of `10^-decimals` as text without trailing zeros: 12345 with 2 decimals is `123.45`. */
export const decimalText = (value: number, decimals: number): string => {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/u, '');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

/** Reads a decimal as a whole number of `10^-decimals`, digit by digit: no binary float comes between. */
export const readDecimal = (
  raw: string,
  { decimals, from, to }: { decimals: number; from: number; to: number },
): Result<number, CellProblem> => {
  const match = DECIMAL.exec(raw);
  const unfit = (nearest: string | undefined): Result<number, CellProblem> =>
    err(decimals === 0 ? { kind: 'not-whole', nearest } : { kind: 'not-decimal', decimals, nearest });
  if (!match) return unfit(cleaned(raw));
  const [, sign = '', whole = '0', rest = ''] = match;
  const fraction = rest.replace(/0+$/u, '');
  if (fraction.length > decimals) {
    const cut = `${sign === '-' ? '-' : ''}${whole}${decimals === 0 ? '' : `.${fraction.slice(0, decimals)}`}`;
    return unfit(cut);
  }
  const value = Number(`${sign === '-' ? '-' : ''}${whole}${fraction.padEnd(decimals, '0')}`);
  if (value >= from && value <= to && Number.isSafeInteger(value)) return ok(value === 0 ? 0 : value);
  const [low, high] = [decimalText(from, decimals), decimalText(to, decimals)];
  return err({ kind: 'out-of-range', from: low, to: high, nearest: value < from ? low : high });
};
