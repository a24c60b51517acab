import { err, ok, type Result } from '../kernel/index.ts';
import type { Balance, StockEntry } from './stock-entry.ts';

/** A counted shelf. `book` is the balance at the moment it was counted, not at the moment the count is posted. */
export type CountedShelf = {
  readonly skuId: string;
  readonly warehouseId: string;
  readonly book: Balance;
  readonly counted: number;
  /** Cost of a unit in minor units, for the value of the difference. */
  readonly unitCost: number;
};
export type CountRules = {
  /** A difference of more than this part of the book (in hundredths of a percent) is counted again by someone else. */
  readonly recountAboveBp: number;
  /** … and so is one worth more than this, in minor units. */
  readonly recountAboveValue: number;
};
export type CountFinding = {
  readonly skuId: string;
  readonly warehouseId: string;
  readonly expected: number;
  readonly counted: number;
  readonly difference: number;
  readonly value: number;
  readonly recount: boolean;
  /** Units already promised that the count says are not there: orders to be told. */
  readonly promisedShort: number;
};
export type CountRefusal = { readonly kind: 'quantity-invalid'; readonly skuId: string; readonly quantity: number };

/** What a count found, shelf by shelf, largest value of difference first. */
export const reviewCount = (
  shelves: readonly CountedShelf[],
  rules: CountRules,
): Result<readonly CountFinding[], CountRefusal> => {
  const invalid = shelves.find((shelf) => !Number.isSafeInteger(shelf.counted) || shelf.counted < 0);
  if (invalid) return err({ kind: 'quantity-invalid', skuId: invalid.skuId, quantity: invalid.counted });
  const findings = shelves.map(({ skuId, warehouseId, book, counted, unitCost }) => {
    const expected = book.onHand;
    const difference = counted - expected;
    const value = difference * unitCost;
    const recount =
      Math.abs(difference) * 10_000 > rules.recountAboveBp * Math.max(1, expected) ||
      Math.abs(value) > rules.recountAboveValue;
    const promisedShort = Math.max(0, book.reserved + book.allocated - counted);
    return { skuId, warehouseId, expected, counted, difference, value, recount, promisedShort };
  });
  return ok(
    findings.toSorted(
      (a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.skuId + a.warehouseId < b.skuId + b.warehouseId ? -1 : 1),
    ),
  );
};

/**
 * The entry that makes the ledger agree with the count, or nothing when it does. The difference is booked, not the
 * counted figure, so goods that moved while others were still counting are neither lost nor counted twice.
 */
export const countEntry = (shelf: CountedShelf, id: string, countId: string): StockEntry | undefined => {
  const quantity = shelf.counted - shelf.book.onHand;
  if (quantity === 0) return undefined;
  const { skuId, warehouseId } = shelf;
  return {
    id,
    skuId,
    warehouseId,
    kind: 'count',
    quantity,
    cause: { type: 'count', id: countId },
    reason: `counted ${shelf.counted}, book ${shelf.book.onHand}`,
  };
};
