import { type Random, randomFrom } from './random.ts';

/** Makes keys of the shape of UUIDv7 whose time part is the given moment (epoch milliseconds). */
export type Ids = (millis: number) => string;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Keys from a seed instead of chance, so that a demo made twice has the same keys. */
export const idsFrom = (seed: number, name: string): Ids => {
  const random: Random = randomFrom(seed, `ids ${name}`);
  return (millis) => {
    const time = hex(Math.floor(millis), 12);
    const [a, b, c] = [random.bits(), random.bits(), random.bits()];
    const variant = hex(0x8000 | (b & 0x3fff), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a & 0xfff, 3)}-${variant}-${hex(b >>> 16, 4)}${hex(c, 8)}`;
  };
};
