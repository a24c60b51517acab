import { ZERO } from '@tradeline/domain/money';
import { factsWithoutMoney } from '../order/told-amounts.ts';
import type { viewReturn } from './view-return.ts';
import type { viewReturnable } from './view-returnable.ts';

type Told<View extends (...args: never[]) => Promise<unknown>> =
  Extract<Awaited<ReturnType<View>>, { ok: true }> extends { value: infer Value } ? Value : never;

/** A return as those see it whose role is told no prices: goods, units and history, no money anywhere. */
export const returnWithoutAmounts = (found: Told<typeof viewReturn>): Told<typeof viewReturn> => ({
  ...found,
  granted: ZERO,
  payout: null,
  refunds: [],
  facts: factsWithoutMoney(found.facts),
  lines: found.lines.map((line) => ({ ...line, paid: ZERO })),
});

export const returnableWithoutAmounts = (found: Told<typeof viewReturnable>): Told<typeof viewReturnable> => ({
  ...found,
  shipping: ZERO,
  pointsUsed: 0,
  facts: factsWithoutMoney(found.facts),
  lines: found.lines.map((line) => ({ ...line, gross: ZERO, paid: ZERO })),
});
