import { invariant } from './invariant.ts';

/** An exact fraction in lowest terms with a positive denominator. Rates and fractional quantities are these inside; a decimal string on the wire. */
export type Rational = { readonly n: bigint; readonly d: bigint };

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export const rational = (n: bigint | number, d: bigint | number = 1n): Rational => {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  invariant(bottom !== 0n, 'a fraction with denominator zero');
  const g = gcd(top, bottom) || 1n;
  return bottom < 0n ? { n: -top / g, d: -bottom / g } : { n: top / g, d: bottom / g };
};

/** Reads `12`, `-0.285`, `7/24`; anything else is undefined. Never goes through a binary float. */
export const parseRational = (text: string): Rational | undefined => {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) return BigInt(fraction[2]!) === 0n ? undefined : rational(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) return undefined;
  const digits = decimal[3] ?? '';
  const n = BigInt(`${decimal[2]}${digits}`);
  return rational(decimal[1] ? -n : n, 10n ** BigInt(digits.length));
};

/** Writes a fraction as a decimal when it is one (`9/100` is `0.09`), else as `n/d`; `parseRational` reads both back. */
export const formatRational = ({ n, d }: Rational): string => {
  let [scaled, digits] = [d, 0];
  while (scaled % 10n === 0n) [scaled, digits] = [scaled / 10n, digits + 1];
  for (const factor of [2n, 5n]) while (scaled % factor === 0n) [scaled, digits] = [scaled / factor, digits + 1];
  if (scaled !== 1n) return `${n}/${d}`;
  const magnitude = (((n < 0n ? -n : n) * 10n ** BigInt(digits)) / d).toString().padStart(digits + 1, '0');
  const whole = magnitude.slice(0, magnitude.length - digits);
  const rest = magnitude.slice(magnitude.length - digits).replace(/0+$/, '');
  return `${n < 0n ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`;
};
