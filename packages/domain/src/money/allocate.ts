import { divideProduct, invariant, type WholeDivision } from '../kernel/index.ts';
import { type Minor, minor } from './money.ts';

/** How the parts are rounded: `truncate-last-line` (floor, the last takes the rest) exists only to agree with other systems. */
export type Allocation = 'largest-remainder' | 'truncate-last-line';

/**
 * Splits an amount in proportion to weights of zero or more. The parts are whole, sum to the amount exactly, and each
 * is within one minor unit of its exact share; a tie goes to the earlier weight. Weight 0 takes nothing, unless all
 * weights are 0: then the parts are equal. A negative amount is the mirror image of its positive one.
 */
export const allocate = (
  amount: Minor,
  weights: readonly number[],
  method: Allocation = 'largest-remainder',
): Minor[] => {
  if (amount < 0) return allocate(minor(-amount), weights, method).map((part) => minor(part === 0 ? 0 : -part));
  const total = weights.reduce((a, b) => a + b, 0);
  invariant(Number.isSafeInteger(total) && weights.every((w) => w >= 0), 'weights are whole and not negative');
  if (weights.length === 0) {
    invariant(amount === 0, 'an amount needs someone to carry it');
    return [];
  }
  if (total === 0)
    return allocate(
      amount,
      weights.map(() => 1),
      method,
    );
  const shares = weights.map((weight) => divideProduct(amount, weight, total));
  return method === 'largest-remainder' ? placeRest(amount, shares) : restToLast(amount, weights, shares);
};

const placeRest = (amount: number, shares: readonly WholeDivision[]): Minor[] => {
  const parts = shares.map((share) => share.whole);
  const left = amount - parts.reduce((a, b) => a + b, 0);
  if (left === 0) return parts as Minor[];
  const byRest = shares.map((_, index) => index).sort((a, b) => shares[b]!.rest - shares[a]!.rest);
  for (const index of byRest.slice(0, left)) parts[index]! += 1;
  return parts as Minor[];
};

const restToLast = (amount: number, weights: readonly number[], shares: readonly WholeDivision[]): Minor[] => {
  const parts = shares.map((share) => share.whole);
  const last = weights.findLastIndex((weight) => weight > 0);
  parts[last]! += amount - parts.reduce((a, b) => a + b, 0);
  return parts as Minor[];
};

/**
 * Splits an amount as `allocate` does, but no part exceeds its room: what a part cannot take is spread again over the
 * others in proportion, until it is placed or no room is left. The parts then sum to min(amount, sum of rooms).
 */
export const allocateWithin = (
  amount: Minor,
  weights: readonly number[],
  rooms: readonly number[],
  method: Allocation = 'largest-remainder',
): Minor[] => {
  const placeable = Math.min(
    amount,
    rooms.reduce((a, b) => a + b, 0),
  );
  if (placeable > 0 && rooms.every((room) => room > 0)) {
    // Mostly everyone has room for his share; only otherwise is anything spread again.
    const shares = allocate(minor(placeable), weights, method);
    if (shares.every((share, index) => share <= rooms[index]!)) return shares;
  }
  return spreadAgain(placeable, weights, rooms, method);
};

const spreadAgain = (
  placeable: number,
  weights: readonly number[],
  rooms: readonly number[],
  method: Allocation,
): Minor[] => {
  const parts = weights.map(() => 0);
  let left = placeable;
  while (left > 0) {
    const open = parts.map((part, index) => (part < rooms[index]! ? index : -1)).filter((index) => index >= 0);
    const shares = allocate(
      minor(left),
      open.map((index) => weights[index]!),
      method,
    );
    for (const [at, index] of open.entries()) {
      const taken = Math.min(shares[at]!, rooms[index]! - parts[index]!);
      parts[index]! += taken;
      left -= taken;
    }
  }
  return parts as Minor[];
};
