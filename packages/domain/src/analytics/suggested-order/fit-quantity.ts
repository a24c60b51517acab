import { checkQuantity, type QuantityRules } from '../../catalog/index.ts';

/** The orderable quantity nearest to the wanted one, in cartons and within what is there; the larger of two as near. */
export const fitQuantity = (
  wanted: number,
  rules: QuantityRules = {},
  available: number = Number.MAX_SAFE_INTEGER,
): number | undefined => {
  const maximum = Math.max(0, Math.min(rules.maximum ?? Number.MAX_SAFE_INTEGER, available));
  const checked = checkQuantity(Math.max(1, Math.round(wanted)), { ...rules, maximum });
  if (checked.ok) return checked.value;
  const { nearest, suggest } = checked.error;
  if (suggest === 0) return undefined;
  return [...nearest, ...(nearest.length === 0 ? [suggest] : [])].reduce((best, one) =>
    Math.abs(one - wanted) <= Math.abs(best - wanted) ? one : best,
  );
};

/** The next orderable quantity above one that is orderable, if there is any. */
export const nextQuantity = (
  quantity: number,
  rules: QuantityRules = {},
  available: number = Number.MAX_SAFE_INTEGER,
): number | undefined => {
  const maximum = Math.min(rules.maximum ?? Number.MAX_SAFE_INTEGER, available);
  if (quantity >= maximum) return undefined;
  const checked = checkQuantity(quantity + 1, { ...rules, maximum });
  const next = checked.ok ? checked.value : checked.error.suggest;
  return next > quantity ? next : undefined;
};
