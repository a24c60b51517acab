import { type Random, randomFrom } from './random.ts';

/** Makes keys of the shape of UUIDv7 whose time part is the given moment (epoch milliseconds). */
export type Ids = (millis: number) => string;

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** The lowest 16 bits as four digits. */
const hex = (value: number): string => BYTES[(value >>> 8) & 0xff]! + BYTES[value & 0xff]!;

/** Keys from a seed instead of chance, so that a demo made twice has the same keys. */
export const idsFrom = (seed: number, name: string): Ids => {
  const random: Random = randomFrom(seed, `ids ${name}`);
  return (millis) => {
    const time = Math.floor(millis);
    const high = Math.floor(time / 0x1_0000);
    const [a, b, c] = [random.bits(), random.bits(), random.bits()];
    const head = `${hex(high >>> 16)}${hex(high)}-${hex(time % 0x1_0000)}`;
    return `${head}-${hex(0x7000 | (a & 0xfff))}-${hex(0x8000 | (b & 0x3fff))}-${hex(b >>> 16)}${hex(c >>> 16)}${hex(c)}`;
  };
};
