import { Link } from '@tanstack/react-router';
import { buttonClass, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { ShoppingCart } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { LeftCart } from '../../lib/left-cart.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { CheckoutForm } from './checkout-form.tsx';

/** Where, to whom, when, how paid; then the order is placed. */
export const CheckoutPage = () => {
  const t = useText();
  const cart = trpc.cart.get.useQuery();
  const addresses = trpc.account.addresses.useQuery();
  const titles = trpc.means.titles.useQuery();
  const failed = [cart, addresses, titles].find((query) => query.error && !query.data);
  if (failed) return <LoadError error={failed.error} onRetry={() => void failed.refetch()} />;
  const ready = cart.data && addresses.data && titles.data;
  return (
    <>
      <PageHeader title={t.checkout_title()} />
      {/* A colleague may have ordered the cart that was looked at here. */}
      <LeftCart />
      {!ready ? (
        <div aria-busy className="flex flex-col gap-4">
          <Skeleton className="h-40 w-full rounded-lg" />
          <Skeleton className="h-56 w-full rounded-lg" />
        </div>
      ) : cart.data?.pricing && cart.data.items.length > 0 ? (
        <CheckoutForm key={cart.data.id} cart={cart.data} addresses={addresses.data ?? []} titles={titles.data ?? []} />
      ) : (
        <EmptyState
          icon={<ShoppingCart aria-hidden />}
          title={t.checkout_empty()}
          action={
            <Link to="/cart" className={buttonClass({ look: 'primary' })}>
              {t.checkout_back_to_cart()}
            </Link>
          }
        />
      )}
    </>
  );
};
