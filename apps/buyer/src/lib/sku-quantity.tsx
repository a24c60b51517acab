import { checkQuantity, type QuantityRules, stepsOf } from '@tradeline/domain/catalog';
import { QuantityField } from '@tradeline/ui';
import { quantityProblemText } from './quantity-words.ts';
import { useWords } from './words.ts';

/** A quantity of one SKU: its rules step it, and a broken one is told with the nearest valid quantities. 0 means none. */
export const SkuQuantity = ({
  name,
  rules,
  value,
  onValueChange,
  unit,
  size,
  noneAllowed = false,
}: {
  name: string;
  rules: QuantityRules;
  value: number | undefined;
  onValueChange: (value: number | undefined) => void;
  unit?: string | undefined;
  size?: 'sm' | 'md';
  /** Whether nothing at all is a fine answer (a line one need not fill in). */
  noneAllowed?: boolean;
}) => {
  const words = useWords();
  const { above, below } = stepsOf(rules);
  const idle = noneAllowed && (value === undefined || value === 0);
  const checked = checkQuantity(value ?? 0, rules);
  return (
    <QuantityField
      label={words.t.quantity_of({ name })}
      value={value}
      onValueChange={onValueChange}
      above={above}
      below={(from) => below(from) ?? (noneAllowed && from > 0 ? 0 : undefined)}
      problem={checked.ok || idle ? undefined : quantityProblemText(checked.error, words)}
      suggestions={checked.ok ? [] : checked.error.nearest}
      unit={unit}
      placeholder={noneAllowed ? String(rules.minimum ?? 1) : undefined}
      size={size ?? 'md'}
    />
  );
};
