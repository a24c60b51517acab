import type { BrandId, CategoryId, ProductId, SkuId } from '../kernel/index.ts';
import type { Minor, UnitPriceE4 } from '../money/index.ts';
import type { TraceEntry } from './trace.ts';

/** A priced line as promotions see it. */
export type CartLine = {
  readonly id: string;
  readonly skuId: SkuId;
  readonly productId?: ProductId | undefined;
  /** With all ancestors. */
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly brandId?: BrandId | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Whole base units. */
  readonly quantity: number;
  /** Before promotions. */
  readonly gross: Minor;
  /** Of one base unit before promotions, rounded to 4 decimals: for price bands and to tell dear units from cheap ones. */
  readonly unitPriceE4: UnitPriceE4;
  /** The line may not be reduced below this amount. */
  readonly floor: Minor;
};

/**
 * Where an evaluation stands. Arrays run parallel to `lines`, which stand in the order of their ids, so that a tie never
 * depends on the order of the input.
 */
export type CartState = {
  readonly lines: readonly CartLine[];
  /** What each line still costs. */
  readonly running: readonly number[];
  /** What was taken from single units (given ones, sets) and not from the line as a whole. */
  readonly onUnits: readonly number[];
  /** Units that qualified a buy-get, or are part of a set. */
  readonly bought: readonly number[];
  /** Units that a buy-get has given. */
  readonly given: readonly number[];
  /** Lines that a catalogue promotion has reduced. */
  readonly shelfReduced: readonly boolean[];
  /** Each line as the trace names it. */
  readonly targets: readonly TraceEntry['target'][];
  readonly shippingGross: number;
  readonly shipping: number;
};

const byId = (a: CartLine, b: CartLine): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const openCart = (lines: readonly CartLine[], shipping: Minor): CartState => {
  const sorted = lines.toSorted(byId);
  const none = sorted.map(() => 0);
  return {
    lines: sorted,
    running: sorted.map((line) => line.gross),
    onUnits: none,
    bought: none,
    given: none,
    shelfReduced: sorted.map(() => false),
    targets: sorted.map(({ id: lineId }) => ({ kind: 'line', lineId })),
    shippingGross: shipping,
    shipping,
  };
};

/** What may still be taken from a line before it reaches its floor. */
export const roomOf = (state: CartState, line: number): number =>
  Math.max(0, state.running[line]! - state.lines[line]!.floor);
