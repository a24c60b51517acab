import type { Bilingual } from './i18n.tsx';
import type { Words } from './words.ts';

/** The unit beside a quantity, and how many whole cartons it makes: `件 = 2 箱`. */
export const unitText = (
  sku: { unit: Bilingual; cartonQuantity: number },
  quantity: number | undefined,
  { t, language }: Words,
): string => {
  const unit = (language === 'en' ? sku.unit.en : undefined) ?? sku.unit.zh;
  const whole = sku.cartonQuantity > 1 && quantity !== undefined && quantity > 0 && quantity % sku.cartonQuantity === 0;
  return whole ? `${unit} = ${t.cartons({ count: quantity / sku.cartonQuantity })}` : unit;
};
