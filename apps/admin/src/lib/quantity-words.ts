import type { QuantityRefusal, QuantityRules } from '@tradeline/domain/catalog';
import type { Words } from './words.ts';

const problems: Record<QuantityRefusal['reason'], (rules: QuantityRules, words: Words) => string> = {
  'not-whole': (_, { t }) => t.quantity_not_whole(),
  'below-minimum': ({ minimum }, { t, quantity }) => t.quantity_below_minimum({ minimum: quantity(minimum ?? 1) }),
  'not-a-multiple': ({ multiple, carton }, { t, quantity }) =>
    t.quantity_not_a_multiple({ step: quantity(Math.max(multiple ?? 1, carton ?? 1)) }),
  'above-maximum': ({ maximum }, { t, quantity }) => t.quantity_above_maximum({ maximum: quantity(maximum ?? 0) }),
  'above-period-limit': ({ period }, { t, quantity }) =>
    t.quantity_above_maximum({ maximum: quantity(Math.max(0, (period?.limit ?? 0) - (period?.used ?? 0))) }),
  'nothing-allowed': (_, { t }) => t.quantity_nothing_allowed(),
};

/** Which rule a quantity breaks. */
export const quantityProblemText = (
  { reason, rules }: Pick<QuantityRefusal, 'reason' | 'rules'>,
  words: Words,
): string => problems[reason](rules, words);

/** The rules of a SKU before anything is typed; empty where any quantity goes. */
export const quantityRuleTexts = (rules: QuantityRules, words: Words, unit: string): string[] => {
  const { t, quantity } = words;
  const { minimum = 1, multiple = 1, carton = 1, maximum } = rules;
  return [
    minimum > 1 ? t.quantity_rule_minimum({ quantity: quantity(minimum), unit }) : '',
    multiple > 1 ? t.quantity_rule_multiple({ quantity: quantity(multiple) }) : '',
    carton > 1 ? t.quantity_rule_carton({ quantity: quantity(carton) }) : '',
    maximum !== undefined ? t.quantity_rule_maximum({ quantity: quantity(maximum), unit }) : '',
  ].filter(Boolean);
};
