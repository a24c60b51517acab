/** A: the few that make most of the value. Edges 80% and 95% of the value before the item. */
export type AbcClass = 'A' | 'B' | 'C';
export type AbcItem = { readonly id: string; readonly value: number };
export type AbcRow = AbcItem & { readonly class: AbcClass; readonly shareBefore: number; readonly share: number };

const SLACK = 1e-12;

/**
 * Items from most to least valuable with the class in which the cumulative share *before* the item lies, so the item
 * that crosses an edge still belongs to the better class. Items without value are C; ties go by id.
 */
export const abcClasses = (
  items: readonly AbcItem[],
  edges: readonly [number, number] = [0.8, 0.95],
): readonly AbcRow[] => {
  const ranked = items.toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  const total = ranked.reduce((sum, item) => sum + Math.max(0, item.value), 0);
  let before = 0;
  return ranked.map((item) => {
    const [share, shareBefore] = total > 0 ? [Math.max(0, item.value) / total, before / total] : [0, 1];
    before += Math.max(0, item.value);
    const inside = (edge: number): boolean => item.value > 0 && shareBefore < edge - SLACK;
    return { ...item, share, shareBefore, class: inside(edges[0]) ? 'A' : inside(edges[1]) ? 'B' : 'C' };
  });
};

/** X: steady, Y: swinging, Z: erratic or rare. */
export type XyzClass = 'X' | 'Y' | 'Z';
export type XyzRow = {
  readonly class: XyzClass;
  /** Spread over mean; absent without any demand. */
  readonly cv?: number;
  /** Periods per period with demand; from 1.32 on the demand counts as intermittent and is never X. */
  readonly adi?: number;
};
export type XyzOptions = {
  readonly edges?: readonly [number, number] | undefined;
  readonly sd?: 'population' | 'sample' | undefined;
};

export const INTERMITTENT_ADI = 1.32;

/** The class of one demand series by its coefficient of variation: X below the first edge, Z from the second on. */
export const xyzClass = (
  demand: readonly number[],
  { edges = [0.5, 1], sd = 'population' }: XyzOptions = {},
): XyzRow => {
  const n = demand.length;
  const mean = demand.reduce((sum, units) => sum + units, 0) / n;
  const busy = demand.filter((units) => units !== 0).length;
  if (n === 0 || busy === 0 || mean <= 0) return { class: 'Z' };
  const squares = demand.reduce((sum, units) => sum + (units - mean) ** 2, 0);
  const cv = Math.sqrt(squares / (sd === 'sample' ? Math.max(1, n - 1) : n)) / mean;
  const adi = n / busy;
  const byCv: XyzClass = cv < edges[0] ? 'X' : cv < edges[1] ? 'Y' : 'Z';
  return { class: byCv === 'X' && adi >= INTERMITTENT_ADI ? 'Y' : byCv, cv, adi };
};

export type StockingRule = {
  readonly z: number;
  readonly review: 'daily' | 'weekly' | 'fortnightly' | 'monthly';
  readonly hold: 'stock' | 'on-order';
};

/** How tightly each of the nine fields is stocked; z is the safety factor. Dear and erratic goods are bought to order. */
export const stockingRules: Readonly<Record<`${AbcClass}${XyzClass}`, StockingRule>> = {
  AX: { z: 2.05, review: 'weekly', hold: 'stock' },
  AY: { z: 1.88, review: 'weekly', hold: 'stock' },
  AZ: { z: 1.65, review: 'weekly', hold: 'stock' },
  BX: { z: 1.88, review: 'fortnightly', hold: 'stock' },
  BY: { z: 1.65, review: 'fortnightly', hold: 'stock' },
  BZ: { z: 1.28, review: 'fortnightly', hold: 'stock' },
  CX: { z: 1.65, review: 'monthly', hold: 'stock' },
  CY: { z: 1.28, review: 'monthly', hold: 'stock' },
  CZ: { z: 0, review: 'monthly', hold: 'on-order' },
};
