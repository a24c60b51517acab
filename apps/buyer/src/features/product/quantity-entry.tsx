import { checkQuantity, type QuantityRules } from '@tradeline/domain/catalog';
import { Segmented } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { BASE_UNIT, entryUnits, rulesInPacks } from '../../lib/pack-quantity.ts';
import { SkuQuantity } from '../../lib/sku-quantity.tsx';
import { unitText } from '../../lib/unit-text.ts';
import { useWords } from '../../lib/words.ts';
import type { Sku } from './product-page.tsx';

/** How many, in the base unit or in packs; what it comes to in base units stands beside. */
export const QuantityEntry = ({
  sku,
  name,
  rules,
  quantity,
  onQuantity,
}: {
  sku: Sku;
  name: string;
  rules: QuantityRules;
  /** In base units. */
  quantity: number | undefined;
  onQuantity: (quantity: number | undefined) => void;
}) => {
  const words = useWords();
  const { t, quantity: count } = words;
  const say = useBilingual();
  const units = entryUnits(sku, { zh: t.product_carton(), en: t.product_carton() });
  const [code, setCode] = useState(BASE_UNIT);
  const entry = units.find((unit) => unit.code === code) ?? units[0];
  const factor = entry?.factor ?? 1;
  const packs = quantity === undefined ? undefined : quantity / factor;
  const choose = (next: string) => {
    setCode(next);
    const size = units.find((unit) => unit.code === next)?.factor ?? 1;
    const whole = Math.max(1, Math.ceil((quantity ?? 0) / size));
    const checked = checkQuantity(whole, rulesInPacks(rules, size));
    onQuantity((checked.ok ? checked.value : checked.error.suggest || whole) * size);
  };
  return (
    <div className="flex flex-col gap-2">
      {units.length > 1 && (
        <Segmented
          label={t.product_enter_in()}
          value={code}
          onValueChange={choose}
          segments={units.map((unit) => ({
            value: unit.code,
            label: unit.factor === 1 ? say(unit.name) : `${say(unit.name)} (${count(unit.factor)})`,
          }))}
        />
      )}
      <SkuQuantity
        name={name}
        rules={factor === 1 ? rules : rulesInPacks(rules, factor)}
        value={packs !== undefined && Number.isInteger(packs) ? packs : undefined}
        onValueChange={(value) => onQuantity(value === undefined ? undefined : value * factor)}
        unit={
          factor === 1 ? unitText(sku, quantity, words) : `${say(entry?.name)} = ${count(quantity ?? 0, say(sku.unit))}`
        }
      />
    </div>
  );
};
