import { Link } from '@tanstack/react-router';
import { Button, buttonClass, Card, ConfirmDialog, EmptyState, PageHeader, Skeleton, toast } from '@tradeline/ui';
import { ShoppingCart, Zap } from 'lucide-react';
import { useState } from 'react';
import { LeftCart } from '../../lib/left-cart.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { useWords } from '../../lib/words.ts';
import { CartSwitcher } from './cart-switcher.tsx';
import { FilledCart } from './filled-cart.tsx';
import { SaveState } from './save-state.tsx';
import { type CartItem, useCart } from './use-cart.ts';

/** What will be ordered: quantities, prices and rules, worked out at every keystroke. */
export const CartPage = () => {
  const { t } = useWords();
  const current = useCart();
  const { cart, items, state, setNow } = current;
  const [emptying, setEmptying] = useState(false);

  if (cart.error && !cart.data) return <LoadError error={cart.error} onRetry={() => void cart.refetch()} />;
  if (!cart.data) return <CartSkeleton />;
  const filled = items.length > 0;
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
          filled && (
            <span className="flex items-center gap-3">
              {t.cart_count({ count: items.length })}
              <SaveState state={state} />
            </span>
          )
        }
        actions={
          <>
            {/* Stands still while another cart comes or this one empties, so that an open menu stays open. */}
            <CartSwitcher items={items} saved={state === 'saved'} />
            {filled && (
              <>
                <Link to="/order-pad" className={buttonClass({ look: 'secondary', size: 'sm' })}>
                  <Zap aria-hidden />
                  {t.pad_open()}
                </Link>
                <Button look="quiet" size="sm" onPress={() => setEmptying(true)}>
                  {t.cart_clear()}
                </Button>
              </>
            )}
          </>
        }
      />
      <LeftCart />
      {filled ? <FilledCart cart={cart.data} current={current} onTake={take} /> : <NothingYet />}
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

const NothingYet = () => {
  const { t } = useWords();
  return (
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
