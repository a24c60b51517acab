import { checkQuantity, type QuantityRules } from './order-quantity.ts';

/** The next valid quantity above and below, by the domain's rule; undefined when there is none. */
export const stepsOf = (rules: QuantityRules) => ({
  above: (value: number): number | undefined => {
    const next = checkQuantity(value + 1, rules);
    const valid = next.ok ? next.value : next.error.suggest;
    return valid > value ? valid : undefined;
  },
  below: (value: number): number | undefined => {
    const next = checkQuantity(value - 1, rules);
    const valid = next.ok ? next.value : next.error.nearest.filter((near) => near < value).at(-1);
    return valid !== undefined && valid > 0 && valid < value ? valid : undefined;
  },
});
