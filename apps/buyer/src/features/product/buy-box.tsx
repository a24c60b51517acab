import { checkQuantity } from '@tradeline/domain/catalog';
import { seemsToCover } from '@tradeline/domain/inventory';
import { Badge, Button, Card, MoneyText, UnitPriceText } from '@tradeline/ui';
import { formatUnitPrice } from '@tradeline/ui/format';
import { ShoppingCart } from 'lucide-react';
import { useMemo, useState } from 'react';
import { rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { PriceHidden } from '../../lib/price-hidden.tsx';
import { priceKindText } from '../../lib/price-words.ts';
import { quantityRuleTexts } from '../../lib/quantity-words.ts';
import { shortText } from '../../lib/stock-text.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useAddToCart } from '../../lib/use-add-to-cart.ts';
import { useLater } from '../../lib/use-later.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { PriceTiers } from './price-tiers.tsx';
import { ProductOffers } from './product-offers.tsx';
import type { Product, Sku } from './product-page.tsx';
import { ProductStock } from './product-stock.tsx';
import { QuantityEntry } from './quantity-entry.tsx';

/** The calculation of orders is large, and a price with its tiers says enough until it is here. */
const loadPromise = () => import('./promised.ts').then((module) => module.promise);

/** My price of one configuration, its tiers, offers, stock and quantity rules, and the way into the cart. */
export const BuyBox = ({
  product,
  sku,
  name,
  options,
}: {
  product: Product;
  sku: Sku;
  name: string;
  options: string;
}) => {
  const words = useWords();
  const { t, quantity: count, language } = words;
  const say = useBilingual();
  const mayOrder = useMay('cart.edit');
  const { add, pending } = useAddToCart();
  const [quantity, setQuantity] = useState<number | undefined>(sku.minQuantity);
  const cart = trpc.cart.get.useQuery(undefined, { enabled: mayOrder }).data?.pricing;
  const promise = useLater(loadPromise, product.pricing !== undefined);
  const promised = useMemo(
    () => (product.pricing ? promise?.(product.pricing, cart, sku.id, quantity ?? 0) : undefined),
    [promise, product.pricing, cart, sku.id, quantity],
  );
  const rules = rulesOf(sku);
  const unit = say(sku.unit);
  const { price } = sku;
  const tier = price?.tiers.findLast((step) => step.minQuantity <= (quantity ?? 0)) ?? price?.tiers[0];
  const next = price?.tiers.find((step) => step.minQuantity > (quantity ?? 0));
  const checked = checkQuantity(quantity ?? 0, rules);
  const reason = !price
    ? t.goods_no_price()
    : !checked.ok
      ? t.cart_fix_first()
      : !seemsToCover(sku.stock, checked.value)
        ? shortText(sku.stock, checked.value, words)
        : undefined;
  const total = checked.ok ? promised : undefined;
  const button = (wide: boolean) => (
    <Button
      look="primary"
      size="lg"
      wide={wide}
      pending={pending}
      disabledReason={reason}
      onPress={() =>
        checked.ok &&
        add(
          [{ skuId: sku.id, quantity: checked.value }],
          t.goods_added_detail({ name: `${name} ${options}`, quantity: count(checked.value) }),
        )
      }
    >
      <ShoppingCart aria-hidden />
      {t.goods_add()}
    </Button>
  );
  return (
    <Card className="flex flex-col gap-4 p-4 md:p-5">
      <div>
        {price && tier ? (
          <>
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <UnitPriceText price={tier.unitPriceE4} unit={unit} className="text-2xl font-semibold tracking-tight" />
              <Badge tone={price.kind === 'base' ? 'neutral' : 'accent'}>{priceKindText(price.kind, t)}</Badge>
            </div>
            {next && quantity !== undefined && (
              <p className="mt-1 text-sm text-deal">
                {t.product_next_tier({
                  quantity: count(next.minQuantity - quantity),
                  unit,
                  price: formatUnitPrice(next.unitPriceE4, language, price.currency),
                })}
              </p>
            )}
          </>
        ) : (
          <PriceHidden className="text-lg font-medium" />
        )}
      </div>
      {price && price.tiers.length > 1 && (
        <PriceTiers tiers={price.tiers} quantity={quantity ?? 0} unit={unit} onChoose={setQuantity} />
      )}
      <ProductOffers promotions={product.promotions} promised={total} sku={sku} />
      <div className="flex flex-col gap-1">
        <ProductStock sku={sku} />
        <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted empty:hidden">
          {sku.cartonQuantity > 1 && <li>{t.product_carton_of({ quantity: count(sku.cartonQuantity, unit) })}</li>}
          {quantityRuleTexts(rules, words, unit).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      {mayOrder && (
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3 border-t border-line pt-4">
          <QuantityEntry
            sku={sku}
            name={`${name} ${options}`}
            rules={rules}
            quantity={quantity}
            onQuantity={setQuantity}
          />
          <div className="ml-auto hidden items-center gap-4 md:flex">
            {total && (
              <span className="text-right">
                <span className="block text-xs text-muted">{t.product_you_pay()}</span>
                <MoneyText amount={total.extra} className="text-md font-semibold" />
                {total.gross > total.extra && (
                  <span className="block text-xs text-muted line-through">
                    <MoneyText amount={total.gross} />
                  </span>
                )}
              </span>
            )}
            {button(false)}
          </div>
          <PhoneBar label={t.product_you_pay()} amount={total && <MoneyText amount={total.extra} />}>
            {button(true)}
          </PhoneBar>
        </div>
      )}
    </Card>
  );
};
