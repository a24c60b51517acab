import { err, ok, type Result } from '../kernel/index.ts';

/**
 * How much of a thing may be ordered, in whole base units: at least `minimum` (起订量), in multiples of `multiple` (倍数)
 * and of `carton` (箱规), at most `maximum` an order and at most what is left of a period's limit.
 */
export type QuantityRules = {
  readonly minimum?: number | undefined;
  readonly multiple?: number | undefined;
  readonly carton?: number | undefined;
  readonly maximum?: number | undefined;
  readonly period?: { readonly limit: number; readonly used: number } | undefined;
};

export type QuantityRefusal = {
  readonly kind: 'quantity';
  readonly reason:
    | 'not-whole'
    | 'below-minimum'
    | 'not-a-multiple'
    | 'above-maximum'
    | 'above-period-limit'
    | 'nothing-allowed';
  readonly requested: number;
  /** The valid quantities next to the request, ascending: none, one or two. */
  readonly nearest: readonly number[];
  /** What to put instead: the smallest valid quantity not below the request, else the largest valid one; 0 if none is. */
  readonly suggest: number;
  readonly rules: QuantityRules;
};

/** Accepts a quantity, or refuses it with the first rule that it breaks and the nearest quantities that would do. */
export const checkQuantity = (requested: number, rules: QuantityRules): Result<number, QuantityRefusal> => {
  const band = validBand(rules);
  const refuse = (reason: QuantityRefusal['reason']) =>
    err({ kind: 'quantity', reason, requested, rules, ...neighbours(requested, band) } as const);
  if (band.first > band.last) return refuse('nothing-allowed');
  if (!Number.isSafeInteger(requested) || requested <= 0) return refuse('not-whole');
  if (requested < (rules.minimum ?? 1)) return refuse('below-minimum');
  if (rules.maximum !== undefined && requested > rules.maximum) return refuse('above-maximum');
  if (rules.period && requested > rules.period.limit - rules.period.used) return refuse('above-period-limit');
  return requested % band.step === 0 ? ok(requested) : refuse('not-a-multiple');
};

/** The valid quantities are first, first + step, … last. */
type Band = { readonly first: number; readonly last: number; readonly step: number };

const validBand = (rules: QuantityRules): Band => {
  const step = leastCommonMultiple(rules.multiple ?? 1, rules.carton ?? 1);
  const ceiling = Math.min(
    rules.maximum ?? Number.MAX_SAFE_INTEGER,
    rules.period ? rules.period.limit - rules.period.used : Number.MAX_SAFE_INTEGER,
  );
  return {
    first: Math.ceil(Math.max(rules.minimum ?? 1, 1) / step) * step,
    last: Math.floor(ceiling / step) * step,
    step,
  };
};

const neighbours = (requested: number, { first, last, step }: Band): Pick<QuantityRefusal, 'nearest' | 'suggest'> => {
  if (first > last) return { nearest: [], suggest: 0 };
  const below = Math.min(Math.floor(requested / step) * step, last);
  const above = Math.max(Math.ceil(requested / step) * step, first);
  const nearest = [...new Set([below, above])].filter((quantity) => quantity >= first && quantity <= last);
  return { nearest, suggest: above <= last ? above : last };
};

const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
