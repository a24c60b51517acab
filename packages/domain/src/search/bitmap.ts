/** A set of small whole numbers, a bit each. Its capacity is fixed; what lies beyond it is not in the set. */
export type Bitmap = Uint32Array;

export const bitmap = (capacity: number): Bitmap => new Uint32Array((capacity + 31) >>> 5);

export const has = (bits: Bitmap, n: number): boolean => (((bits[n >>> 5] ?? 0) >>> (n & 31)) & 1) === 1;

export const put = (bits: Bitmap, n: number, value = true): void => {
  const word = n >>> 5;
  if (value) bits[word] = (bits[word] ?? 0) | (1 << (n & 31));
  else bits[word] = (bits[word] ?? 0) & ~(1 << (n & 31));
};

export const bitmapOf = (capacity: number, members: Iterable<number>): Bitmap => {
  const bits = bitmap(capacity);
  for (const n of members) put(bits, n);
  return bits;
};

/** What is in any of the sets; the capacity of the largest. */
export const union = (sets: readonly Bitmap[]): Bitmap => {
  const all = new Uint32Array(Math.max(0, ...sets.map((set) => set.length)));
  for (const set of sets) for (let i = 0; i < set.length; i++) all[i] = (all[i] ?? 0) | (set[i] ?? 0);
  return all;
};

/** How many are in the set. */
export const size = (bits: Bitmap): number => {
  let total = 0;
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    total += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return total;
};
