import { checkQuantity } from '@tradeline/domain/catalog';
import { seemsToCover } from '@tradeline/domain/inventory';
import { Button, UnitPriceText } from '@tradeline/ui';
import { useState } from 'react';
import { rulesOf } from './goods.ts';
import { useBilingual } from './i18n.tsx';
import { PriceHidden } from './price-hidden.tsx';
import { quantityRuleTexts } from './quantity-words.ts';
import { SkuQuantity } from './sku-quantity.tsx';
import { StockText, shortText } from './stock-text.tsx';
import type { Outputs } from './trpc.ts';
import { useAddToCart } from './use-add-to-cart.ts';
import { useMay } from './use-me.tsx';
import { useWords } from './words.ts';

export type OfferedSku = Outputs['catalog']['products']['rows'][number]['skus'][number];

/** One variant as a line to order from. `options` is its configuration in words; the item number stands for it otherwise. */
export const SkuRow = ({ sku, name, options }: { sku: OfferedSku; name: string; options?: string }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const mayOrder = useMay('cart.edit');
  const { add, pending } = useAddToCart();
  const [quantity, setQuantity] = useState<number | undefined>();
  const rules = rulesOf(sku);
  const unit = say(sku.unit);
  const tier = sku.price?.tiers.findLast((step) => step.minQuantity <= (quantity ?? 0));
  const price = tier?.unitPriceE4 ?? sku.price?.unitPriceE4;
  const label = options || sku.itemNumber;
  const wanted = quantity || sku.minQuantity;
  const checked = checkQuantity(wanted, rules);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-2 px-3 py-2.5 md:grid-cols-[minmax(0,1fr)_9rem_auto_auto] md:gap-x-5 md:px-4 md:py-2">
      <div className="min-w-0">
        <p className="truncate font-medium">{label}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-faint">
          {options && <span>{sku.itemNumber}</span>}
          <StockText stock={sku.stock} unit={unit} />
          {quantityRuleTexts(rules, words, unit).map((rule) => (
            <span key={rule}>{rule}</span>
          ))}
        </p>
      </div>
      <div className="text-right">
        {price === undefined ? (
          <PriceHidden brief />
        ) : (
          <UnitPriceText price={price} unit={unit} className="font-semibold" />
        )}
      </div>
      {mayOrder && price !== undefined && (
        <>
          <SkuQuantity name={label} rules={rules} value={quantity} onValueChange={setQuantity} size="sm" noneAllowed />
          <Button
            size="sm"
            look={quantity ? 'primary' : 'secondary'}
            pending={pending}
            disabledReason={
              checked.ok
                ? !seemsToCover(sku.stock, wanted)
                  ? shortText(sku.stock, wanted, words)
                  : undefined
                : t.cart_fix_first()
            }
            aria-label={`${t.goods_add()} ${name} ${label}`}
            onPress={() => {
              add(
                [{ skuId: sku.id, quantity: wanted }],
                t.goods_added_detail({ name: `${name} ${label}`, quantity: wanted }),
              );
              setQuantity(undefined);
            }}
          >
            {t.goods_add_short()}
          </Button>
        </>
      )}
    </li>
  );
};
