import { cx, UnitPriceText } from '@tradeline/ui';
import { formatUnitPrice } from '@tradeline/ui/format';
import { rulesOf } from '../goods.ts';
import { useBilingual } from '../i18n.tsx';
import { PriceHidden } from '../price-hidden.tsx';
import { quantityRuleTexts } from '../quantity-words.ts';
import { useWords } from '../words.ts';
import type { OfferedSku } from './use-sheet.ts';

/** My price of a variant; the tier that the quantity has reached, when one is given. */
export const SkuPrice = ({
  sku,
  quantity = 0,
  unit,
  className,
}: {
  sku: OfferedSku;
  quantity?: number | undefined;
  unit?: string;
  className?: string;
}) => {
  if (!sku.price) return <PriceHidden className="text-sm" brief />;
  const tier = sku.price.tiers.findLast((step) => step.minQuantity <= quantity);
  return (
    <UnitPriceText
      price={tier?.unitPriceE4 ?? sku.price.unitPriceE4}
      unit={unit}
      className={cx('font-semibold', className)}
    />
  );
};

/** Price by quantity, in one line: `24 件起 ¥11.50`. Nothing where there is one price only. */
export const TierTexts = ({ sku, className }: { sku: Pick<OfferedSku, 'price' | 'unit'>; className?: string }) => {
  const { t, quantity, language } = useWords();
  const say = useBilingual();
  const { price } = sku;
  if (!price || price.tiers.length < 2) return null;
  return price.tiers.slice(1).map((tier) => (
    <span key={tier.minQuantity} className={cx('whitespace-nowrap text-deal', className)}>
      {t.search_tier({
        quantity: quantity(tier.minQuantity, say(sku.unit)),
        price: formatUnitPrice(tier.unitPriceE4, language, price.currency),
      })}
    </span>
  ));
};

/** What may be ordered of it, before anything is typed. */
export const RuleTexts = ({ sku }: { sku: Pick<OfferedSku, 'minQuantity' | 'multiple' | 'maxQuantity' | 'unit'> }) => {
  const words = useWords();
  const say = useBilingual();
  return quantityRuleTexts(rulesOf(sku), words, say(sku.unit)).map((rule) => (
    <span key={rule} className="whitespace-nowrap">
      {rule}
    </span>
  ));
};
