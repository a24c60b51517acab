const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The exact value a × n / d as text in lowest terms, `315/2`; undefined when it is whole. */
export const exactText = (a: number, n: number, d: number): string | undefined => {
  const product = a * n;
  if (Number.isSafeInteger(product)) {
    if (product % d === 0) return undefined;
    const common = gcdNumber(product, d);
    return `${product / common}/${d / common}`;
  }
  const [top, bottom] = [BigInt(a) * BigInt(n), BigInt(d)];
  if (top % bottom === 0n) return undefined;
  const common = gcd(top, bottom);
  return `${top / common}/${bottom / common}`;
};

const gcdNumber = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};
