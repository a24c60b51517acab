import type { QuantityRules } from '@tradeline/domain/catalog';
import type { Bilingual } from './i18n.tsx';

/** A unit a quantity may be typed in: so many base units. */
export type EntryUnit = { code: string; name: Bilingual; factor: number };

/** The code of the unit a SKU is counted in. */
export const BASE_UNIT = 'base';

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The units of a SKU, the base unit first; a carton that no unit stands for is one too. */
export const entryUnits = (
  sku: { unit: Bilingual; packUnits: readonly EntryUnit[]; cartonQuantity: number },
  carton: Bilingual,
): EntryUnit[] => {
  const packs = sku.packUnits.filter(({ factor }) => factor > 1);
  const needsCarton = sku.cartonQuantity > 1 && !packs.some(({ factor }) => factor === sku.cartonQuantity);
  return [
    { code: BASE_UNIT, name: sku.unit, factor: 1 },
    ...packs,
    ...(needsCarton ? [{ code: 'carton', name: carton, factor: sku.cartonQuantity }] : []),
  ].toSorted((a, b) => a.factor - b.factor);
};

/** Rules on base units, told in packs of `factor`: the packs that keep them. */
export const rulesInPacks = ({ minimum = 1, multiple = 1, maximum }: QuantityRules, factor: number): QuantityRules => ({
  minimum: Math.ceil(minimum / factor),
  multiple: multiple / divisor(multiple, factor),
  ...(maximum === undefined ? {} : { maximum: Math.floor(maximum / factor) }),
});
