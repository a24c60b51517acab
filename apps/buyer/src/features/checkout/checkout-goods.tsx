import { Link } from '@tanstack/react-router';
import type { PricedOrder } from '@tradeline/domain/order';
import { buttonClass, Card, CardHeader, MoneyText, QuantityText, UnitPriceText } from '@tradeline/ui';
import { useState } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { PriceTrace } from '../../lib/price-trace.tsx';
import { GiftRows } from '../../lib/promotions.tsx';
import type { Outputs } from '../../lib/trpc.ts';

/** What is about to be ordered, to be read and not changed: changes are made in the cart. Every amount says why. */
export const CheckoutGoods = ({
  cart,
  priced,
  promotions,
}: {
  cart: Outputs['cart']['get'];
  priced: PricedOrder;
  promotions: Outputs['cart']['get']['promotions'];
}) => {
  const t = useText();
  const say = useBilingual();
  const [askedSku, setAsked] = useState<string>();
  const item = cart.items.find(({ skuId }) => skuId === askedSku);
  const asked = item && { sku: item.sku, line: priced.lines.find(({ skuId }) => skuId === askedSku) };
  return (
    <Card>
      <CardHeader
        title={t.checkout_goods()}
        aside={
          <Link to="/cart" className={buttonClass({ look: 'quiet', size: 'sm' })}>
            {t.edit()}
          </Link>
        }
      />
      <ul className="divide-y divide-line">
        {cart.items.map(({ skuId, sku }) => {
          const line = priced.lines.find((each) => each.skuId === skuId);
          if (!line) return null;
          const unit = say(sku.unit);
          return (
            <li key={skuId} className="flex items-center gap-3 px-4 py-2.5">
              <Picture picture={sku.picture} sizes="40px" className="size-10 shrink-0" />
              <div className="min-w-0 flex-1">
                <p className="line-clamp-2 font-medium">{say(sku.productName)}</p>
                <p className="text-sm text-muted">
                  {optionText(sku.axes, sku.options, say)}{' '}
                  <span className="whitespace-nowrap text-faint">{sku.itemNumber}</span>
                </p>
              </div>
              <div className="shrink-0 text-right">
                <button
                  type="button"
                  onClick={() => setAsked(skuId)}
                  className="-my-1 min-h-8 rounded-sm underline decoration-dotted decoration-faint underline-offset-4 hover:decoration-ink"
                >
                  <MoneyText amount={line.net} className="font-medium" />
                  <span className="sr-only"> {t.checkout_why_line({ name: say(sku.productName) })}</span>
                </button>
                <p className="text-sm text-muted">
                  <UnitPriceText price={line.unitPriceE4} /> × <QuantityText quantity={line.quantity} unit={unit} />
                </p>
              </div>
            </li>
          );
        })}
        <GiftRows priced={priced} gifts={cart.gifts} promotions={promotions} />
      </ul>
      {asked?.line && (
        <PriceTrace
          open
          onOpenChange={() => setAsked(undefined)}
          line={asked.line}
          trace={priced.trace}
          promotions={promotions}
          name={say(asked.sku.productName)}
          unit={say(asked.sku.unit)}
        />
      )}
    </Card>
  );
};
