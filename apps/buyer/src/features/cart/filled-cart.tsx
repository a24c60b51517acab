import { Card } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { lineProblem } from '../../lib/line-problem.ts';
import { GiftRows } from '../../lib/promotions.tsx';
import { useWords } from '../../lib/words.ts';
import { CartLine } from './cart-line.tsx';
import { CartNews } from './cart-news.tsx';
import { CartSummary } from './cart-summary.tsx';
import type { Cart, CartItem, useCart } from './use-cart.ts';

/** The lines of a cart with what each costs and what stands in its way, and what they come to. */
export const FilledCart = ({
  cart,
  current: { items, priced, state, quantityOf, setQuantity },
  onTake,
}: {
  cart: Cart;
  current: ReturnType<typeof useCart>;
  onTake: (gone: readonly CartItem[], message: string) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const problems = new Map(items.map((item) => [item.skuId, lineProblem(item, quantityOf(item), priced, words)]));
  const broken = [...problems.values()].filter((problem) => problem !== undefined).length;
  return (
    <>
      <CartNews items={items} saved={state === 'saved'} />
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_17rem] lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-6">
        <Card>
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <CartLine
                key={item.skuId}
                item={item}
                quantity={quantityOf(item)}
                line={priced?.lines.find((line) => line.skuId === item.skuId)}
                trace={priced?.trace ?? []}
                promotions={cart.promotions}
                problem={problems.get(item.skuId)}
                onQuantity={(quantity) => setQuantity(item.skuId, quantity)}
                onRemove={() => onTake([item], t.cart_removed({ name: say(item.sku.productName) }))}
              />
            ))}
            {priced && <GiftRows priced={priced} gifts={cart.gifts} promotions={cart.promotions} />}
          </ul>
        </Card>
        <CartSummary priced={priced} promotions={cart.promotions} problems={broken} saving={state !== 'saved'} />
      </div>
    </>
  );
};
