import type { Rational } from '@tradeline/domain/kernel';

/** A whole number of `10^-decimals` as text, `12656.7930395` and not a float near it. */
export const exactText = (value: bigint, decimals: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  const trimmed = fraction.replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${trimmed === '' ? '' : `.${trimmed}`}`;
};

/** A share of at most 6 decimals as a percent: 0.05 is "5". */
export const percentText = ({ n, d }: Rational): string => exactText((n * 1_000_000n) / d, 4);

/** The sum of something exact over rows. */
export const total = <T>(rows: readonly T[], of: (row: T) => number | bigint): bigint =>
  rows.reduce((sum, row) => sum + BigInt(of(row)), 0n);
