import { err, ok, type Rational, type Result, rational } from '@tradeline/domain/kernel';
import { type Minor, minor, type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import type { Unfit } from '../problem.ts';
import type { Column } from './column.ts';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** What is probably meant by `1,234.5`, `¥ 12` or full-width digits. */
const cleaned = (raw: string): string | undefined => {
  const candidate = raw.normalize('NFKC').replace(/[\s,_¥$€]/g, '');
  return DECIMAL.test(candidate) && candidate !== raw ? candidate : undefined;
};

/** The digits of a decimal as a whole number of `10^-decimals`, without ever passing through a binary float. */
const scaled = (raw: string, decimals: number): Result<bigint, Unfit> => {
  const match = DECIMAL.exec(raw);
  if (!match) {
    const nearest = cleaned(raw);
    return err(decimals === 0 ? { kind: 'not-whole', nearest } : { kind: 'not-decimal', decimals, nearest });
  }
  const [, sign = '', whole = '0', fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > decimals) {
    const cut = decimals === 0 ? whole : `${whole}.${digits.slice(0, decimals)}`;
    const nearest = `${sign === '-' ? '-' : ''}${cut}`;
    return err(decimals === 0 ? { kind: 'not-whole', nearest } : { kind: 'not-decimal', decimals, nearest });
  }
  const value = BigInt(whole + digits.padEnd(decimals, '0'));
  return ok(sign === '-' ? -value : value);
};

type Bounds = { from?: number; to?: number };

const exact = (raw: string, decimals: number, { from, to }: Bounds): Result<number, Unfit> => {
  const value = scaled(raw.trim(), decimals);
  if (!value.ok) return value;
  const unit = 10 ** decimals;
  const [low, high] = [from ?? -Number.MAX_SAFE_INTEGER / unit, to ?? Number.MAX_SAFE_INTEGER / unit];
  const number = Number(value.value);
  return Number.isSafeInteger(number) && number >= low * unit && number <= high * unit
    ? ok(number)
    : err({ kind: 'out-of-range', from: String(low), to: String(high) });
};

const filled = <T>(read: (raw: string) => Result<T, Unfit>): Column<T> => ({
  read: (raw) => (raw.trim() === '' ? err({ kind: 'empty' }) : read(raw)),
});

/** A whole number; `14.00` is one, `14.5` is not. */
export const whole = (bounds: Bounds = {}): Column<number> => filled((raw) => exact(raw, 0, bounds));

/** An amount in major units with at most 2 decimals, kept in whole minor units. Bounds are in major units. */
export const amount = (bounds: Bounds = { from: 0 }): Column<Minor> =>
  filled((raw) => {
    const value = exact(raw, 2, bounds);
    return value.ok ? ok(minor(value.value)) : value;
  });

/** A unit price in major units with at most 4 decimals, kept in ten-thousandths. */
export const unitPrice = (): Column<UnitPriceE4> =>
  filled((raw) => {
    const value = exact(raw, 4, { from: 0 });
    return value.ok ? ok(unitPriceE4(value.value)) : value;
  });

/** A rate from 0 to 1, such as a discount of 0.05, kept as an exact fraction. */
export const share = (): Column<Rational> =>
  filled((raw) => {
    const value = exact(raw, 6, { from: 0, to: 1 });
    return value.ok ? ok(rational(value.value, 1_000_000)) : value;
  });

/** 0 or 1. */
export const flag = (): Column<boolean> =>
  filled((raw) => {
    const value = raw.trim();
    return value === '0' || value === '1' ? ok(value === '1') : err({ kind: 'not-one-of', allowed: ['0', '1'] });
  });
