import { err, ok, type Result } from '../kernel/index.ts';
import { checkQuantity, type QuantityRefusal, type QuantityRules } from './order-quantity.ts';

/** What adding to a line came to: how much was there, and how much is there now. */
export type Added = { readonly before: number; readonly after: number };

/** A refused addition. `nearest` and `suggest` are quantities to add, not totals: what may be typed instead. */
export type AddRefusal = QuantityRefusal & { readonly before: number };

/**
 * Adds to a line that may hold some already. The rules bind the sum, because the sum is what is ordered: with 24 in the
 * cart, 12 more of goods that start at 24 are fine.
 */
export const addQuantity = (before: number, quantity: number, rules: QuantityRules): Result<Added, AddRefusal> => {
  const whole = Number.isSafeInteger(quantity) && quantity > 0;
  const checked = checkQuantity(whole ? before + quantity : Number.NaN, rules);
  if (checked.ok) return ok({ before, after: checked.value });
  if (!whole) {
    const first = firstAddition(before, rules);
    return err({ ...checked.error, requested: quantity, before, nearest: first > 0 ? [first] : [], suggest: first });
  }
  const nearest = checked.error.nearest.map((total) => total - before).filter((more) => more > 0);
  return err({
    ...checked.error,
    requested: quantity,
    before,
    nearest,
    suggest: Math.max(0, checked.error.suggest - before),
  });
};

/** The least that may be added; 0 when nothing may. */
export const firstAddition = (before: number, rules: QuantityRules): number => {
  const checked = checkQuantity(before + 1, rules);
  const total = checked.ok ? checked.value : checked.error.suggest;
  return Math.max(0, total - before);
};
