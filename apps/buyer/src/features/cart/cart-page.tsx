import { Link } from '@tanstack/react-router';
import { Button, buttonClass, Card, ConfirmDialog, EmptyState, PageHeader, Skeleton, toast } from '@tradeline/ui';
import { ShoppingCart, Zap } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { lineProblem } from '../../lib/line-problem.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { GiftRows } from '../../lib/promotions.tsx';
import { useWords } from '../../lib/words.ts';
import { CartLine } from './cart-line.tsx';
import { CartNews } from './cart-news.tsx';
import { CartSummary } from './cart-summary.tsx';
import { CartSwitcher } from './cart-switcher.tsx';
import { LeftCart } from './left-cart.tsx';
import { SaveState } from './save-state.tsx';
import { type CartItem, useCart } from './use-cart.ts';

/** What will be ordered: quantities, prices and rules, worked out at every keystroke. */
export const CartPage = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const { cart, items, priced, state, quantityOf, setQuantity, setNow } = useCart();
  const [emptying, setEmptying] = useState(false);

  if (cart.error && !cart.data) return <LoadError error={cart.error} onRetry={() => void cart.refetch()} />;
  if (!cart.data) return <CartSkeleton />;
  if (items.length === 0) return <EmptyCart saved={state === 'saved'} />;

  const problems = new Map(items.map((item) => [item.skuId, lineProblem(item, quantityOf(item), priced, words)]));
  const broken = [...problems.values()].filter((problem) => problem !== undefined).length;
  const take = (gone: readonly CartItem[], message: string) => {
    setNow(gone.map(({ skuId }) => ({ skuId, quantity: 0 })));
    toast(message, {
      duration: 20_000,
      action: {
        label: t.undo(),
        onClick: () =>
          setNow(gone.filter((item) => !item.withdrawn).map(({ skuId, quantity }) => ({ skuId, quantity }))),
      },
    });
  };
  return (
    <>
      <PageHeader
        title={t.cart_title()}
        meta={
          <span className="flex items-center gap-3">
            {t.cart_count({ count: items.length })}
            <SaveState state={state} />
          </span>
        }
        actions={
          <>
            <CartSwitcher items={items} saved={state === 'saved'} />
            <Link to="/order-pad" className={buttonClass({ look: 'secondary', size: 'sm' })}>
              <Zap aria-hidden />
              {t.pad_open()}
            </Link>
            <Button look="quiet" size="sm" onPress={() => setEmptying(true)}>
              {t.cart_clear()}
            </Button>
          </>
        }
      />
      <LeftCart />
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
                promotions={cart.data.promotions}
                problem={problems.get(item.skuId)}
                onQuantity={(quantity) => setQuantity(item.skuId, quantity)}
                onRemove={() => take([item], t.cart_removed({ name: say(item.sku.productName) }))}
              />
            ))}
            {priced && <GiftRows priced={priced} gifts={cart.data.gifts} promotions={cart.data.promotions} />}
          </ul>
        </Card>
        <CartSummary priced={priced} promotions={cart.data.promotions} problems={broken} saving={state !== 'saved'} />
      </div>
      <ConfirmDialog
        open={emptying}
        onOpenChange={setEmptying}
        title={t.cart_clear_title()}
        confirmLabel={t.cart_clear()}
        cancelLabel={t.cancel()}
        destructive
        onConfirm={() => {
          setEmptying(false);
          take(items, t.cart_cleared());
        }}
      >
        {t.cart_clear_body({ count: items.length })}
      </ConfirmDialog>
    </>
  );
};

const EmptyCart = ({ saved }: { saved: boolean }) => {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t.cart_title()} actions={<CartSwitcher items={[]} saved={saved} />} />
      <LeftCart />
      <EmptyState
        icon={<ShoppingCart aria-hidden />}
        title={t.cart_empty_title()}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Link to="/goods" className={buttonClass({ look: 'primary' })}>
              {t.home_browse()}
            </Link>
            <Link to="/order-pad" className={buttonClass({ look: 'secondary' })}>
              <Zap aria-hidden />
              {t.pad_open()}
            </Link>
          </div>
        }
      >
        {t.cart_empty_body()}
      </EmptyState>
    </>
  );
};

const CartSkeleton = () => (
  <div aria-busy className="flex flex-col gap-4">
    <Skeleton className="h-8 w-32" />
    <Card className="flex flex-col gap-5 p-4">
      {[1, 2, 3, 4].map((line) => (
        <div key={line} className="flex gap-3">
          <Skeleton className="size-16" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-2/3" />
            <Skeleton className="w-1/3" />
          </div>
        </div>
      ))}
    </Card>
  </div>
);
