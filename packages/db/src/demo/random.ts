/** A stream of chance: the same seed and name give the same stream, whatever other streams are read. */
export type Random = {
  /** In [0, 1). */
  next: () => number;
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** One of the list, in proportion to its weight. */
  weighted: <T>(list: readonly T[], weight: (item: T) => number) => T;
  /** Normal with mean 0 and deviation 1. */
  normal: () => number;
  shuffle: <T>(list: readonly T[]) => T[];
  /** 32 uniform bits. */
  bits: () => number;
};

/** FNV-1a over UTF-16 units: spreads names over 32 bits; not for secrets. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** SplitMix32 (Steele, Lea, Flood 2014, reduced to 32 bits): fast, and good enough to look like trade. */
export const randomFrom = (seed: number, name: string): Random => {
  let state = (hash(name) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  const bits = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const next = (): number => bits() / 0x1_0000_0000;
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    bits,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted: (list, weight) => {
      let left = next() * list.reduce((total, item) => total + weight(item), 0);
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return list.at(-1)!;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
};
