import { type SalesUnit, unitFactor } from '../catalog/index.ts';
import { err, ok, type PriceListId, type Result } from '../kernel/index.ts';
import { parsePercent, scale, type UnitPriceE4, unitPriceE4 } from '../money/index.ts';
import { type CustomerContext, PRICE_KINDS, type PriceEntry, type PriceKind } from './price-entry.ts';
import { inBaseUnits, type PriceObstacle, type PriceQuery, priceObstacle } from './validity.ts';

/** What became of a candidate: chosen, not valid here, or beaten by the chosen one for the reason named. */
export type PriceVerdict = 'chosen' | PriceObstacle | PriceDefeat;
export type PriceDefeat = 'less-specific' | 'dearer' | 'lower-priority' | 'older' | 'smaller-tier' | 'later-list-id';

export type ConsideredPrice = {
  readonly listId: PriceListId;
  readonly kind: PriceKind;
  readonly amountE4: UnitPriceE4 | null;
  readonly minQuantity?: number | string | undefined;
  readonly reason: PriceVerdict;
};

/** The price that holds, and the answer to "why not the other one": every candidate with its verdict. */
export type PriceChoice = {
  readonly unitPriceE4: UnitPriceE4;
  /** The unit the price is for; absent = base unit. */
  readonly unit?: SalesUnit | undefined;
  readonly kind: PriceKind;
  readonly listId: PriceListId;
  readonly minQuantity?: number | string | undefined;
  /** Base units that were counted against the tiers. */
  readonly tierQuantity: number;
  /** What the buyer's level took off the price of the list. */
  readonly level?: { readonly percent: string; readonly beforeE4: UnitPriceE4 } | undefined;
  readonly considered: readonly ConsideredPrice[];
  /** The entry that gave the price. */
  readonly entry: PriceEntry;
};

export type NoPrice = { readonly kind: 'no-price'; readonly considered: readonly ConsideredPrice[] };

/**
 * Chooses the price of a SKU among its candidate entries by the access sequence contract > customer > group > member >
 * channel > base; inside a kind by priority, then later validity, then larger tier, then list id. A price of 0 is a
 * price; no valid entry is a refusal (询价). The order of the entries does not matter.
 */
export const selectPrice = (entries: readonly PriceEntry[], query: PriceQuery): Result<PriceChoice, NoPrice> => {
  const judged = entries.map((entry) => ({
    entry,
    obstacle: priceObstacle(entry, query),
    priceE4: priceOfBuyer(entry, query.customer),
  }));
  const rules = query.pick === 'lowest' ? LOWEST_FIRST : MOST_SPECIFIC_FIRST;
  const valid = judged.filter((candidate) => candidate.obstacle === undefined);
  const winner = valid.reduce<Candidate | undefined>(
    (best, next) => (best && defeatOf(next, best, rules) ? best : next),
    undefined,
  );
  const verdicts = judged.map((candidate) => considered(candidate, verdict(candidate, winner, rules)));
  return winner ? ok(choice(winner, query, verdicts)) : err({ kind: 'no-price', considered: verdicts });
};

type Candidate = { readonly entry: PriceEntry; readonly obstacle: PriceObstacle | undefined; readonly priceE4: number };
/** `compare` is negative when `a` is preferred; the reason is what the other one is told. */
type Preference = { readonly defeat: PriceDefeat; readonly compare: (a: Candidate, b: Candidate) => number };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isOwn = ({ entry }: Candidate): boolean => entry.kind === 'contract' || entry.kind === 'customer';

const perBaseUnit = (candidate: Candidate): { n: number; d: number } => {
  const factor = unitFactor(candidate.entry.unit) ?? { n: 1, d: 1 };
  return { n: candidate.priceE4 * factor.d, d: factor.n };
};
const byRatio = (a: { n: number; d: number }, b: { n: number; d: number }): number => a.n * b.d - b.n * a.d;

const MOST_SPECIFIC_FIRST: readonly Preference[] = [
  { defeat: 'less-specific', compare: (a, b) => PRICE_KINDS.indexOf(a.entry.kind) - PRICE_KINDS.indexOf(b.entry.kind) },
  { defeat: 'lower-priority', compare: (a, b) => (b.entry.priority ?? 0) - (a.entry.priority ?? 0) },
  { defeat: 'older', compare: (a, b) => byText(b.entry.validFrom ?? '', a.entry.validFrom ?? '') },
  { defeat: 'smaller-tier', compare: (a, b) => byRatio(tierStart(b), tierStart(a)) },
  { defeat: 'later-list-id', compare: (a, b) => byText(a.entry.listId, b.entry.listId) || a.priceE4 - b.priceE4 },
];

/** Contract and customer prices still hold, however dear; among the others the lowest price per base unit wins. */
const LOWEST_FIRST: readonly Preference[] = [
  { defeat: 'less-specific', compare: (a, b) => Number(isOwn(b)) - Number(isOwn(a)) },
  { defeat: 'dearer', compare: (a, b) => (isOwn(a) ? 0 : byRatio(perBaseUnit(a), perBaseUnit(b))) },
  ...MOST_SPECIFIC_FIRST,
];

const tierStart = ({ entry }: Candidate) => inBaseUnits(entry.minQuantity, entry.unit);

/** Why `loser` gives way to `winner`; undefined when it does not. */
const defeatOf = (loser: Candidate, winner: Candidate, rules: readonly Preference[]): PriceDefeat | undefined => {
  for (const rule of rules) {
    const sign = rule.compare(winner, loser);
    if (sign !== 0) return sign < 0 ? rule.defeat : undefined;
  }
  return undefined;
};

const verdict = (candidate: Candidate, winner: Candidate | undefined, rules: readonly Preference[]): PriceVerdict => {
  if (candidate.obstacle) return candidate.obstacle;
  if (!winner || candidate === winner) return 'chosen';
  return defeatOf(candidate, winner, rules) ?? 'later-list-id';
};

const takesLevel = (entry: PriceEntry): boolean =>
  entry.levelDiscountable ?? (entry.kind === 'base' || entry.kind === 'channel');

/** The entry's price after what the buyer's level takes off it, in ten-thousandths. */
export const priceOfBuyer = (entry: PriceEntry, customer: CustomerContext): number => {
  const amount = entry.amountE4 ?? 0;
  const percent =
    customer.levelPercent === undefined || !takesLevel(entry) ? undefined : parsePercent(customer.levelPercent);
  return percent ? scale(amount, Math.max(0, percent.d - percent.n), percent.d) : amount;
};

const considered = ({ entry }: Candidate, reason: PriceVerdict): ConsideredPrice => ({
  listId: entry.listId,
  kind: entry.kind,
  amountE4: entry.amountE4,
  minQuantity: entry.minQuantity,
  reason,
});

const choice = (
  { entry, priceE4 }: Candidate,
  query: PriceQuery,
  verdicts: readonly ConsideredPrice[],
): PriceChoice => ({
  unitPriceE4: unitPriceE4(priceE4),
  unit: entry.unit,
  kind: entry.kind,
  listId: entry.listId,
  minQuantity: entry.minQuantity,
  tierQuantity: query.quantity[entry.tierBy ?? 'line'],
  level: levelTrace(entry, query.customer),
  considered: verdicts,
  entry,
});

const levelTrace = (entry: PriceEntry, customer: CustomerContext): PriceChoice['level'] =>
  customer.levelPercent === undefined || entry.amountE4 === null || !takesLevel(entry)
    ? undefined
    : { percent: customer.levelPercent, beforeE4: entry.amountE4 };
