import { Link } from '@tanstack/react-router';
import { buttonClass, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { ShoppingCart } from 'lucide-react';
import { useMemo } from 'react';
import { lineProblem } from '../../lib/line-problem.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { priceCart } from '../../lib/price-cart.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { CheckoutForm } from './checkout-form.tsx';

/** Where, to whom, when, how paid; then the order is placed. */
export const CheckoutPage = () => {
  const words = useWords();
  const { t } = words;
  const cart = trpc.cart.get.useQuery();
  const addresses = trpc.account.addresses.useQuery();
  const pricing = cart.data?.pricing;
  const priced = useMemo(() => pricing && priceCart(pricing, new Map()), [pricing]);
  const problems = (cart.data?.items ?? []).filter((item) => lineProblem(item, item.quantity, priced, words)).length;
  const failed = [cart, addresses].find((query) => query.error && !query.data);
  if (failed) return <LoadError error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <>
      <PageHeader title={t.checkout_title()} />
      {!cart.data || !addresses.data ? (
        <div aria-busy className="flex flex-col gap-4">
          <Skeleton className="h-40 w-full rounded-lg" />
          <Skeleton className="h-56 w-full rounded-lg" />
        </div>
      ) : priced && priced.lines.length > 0 ? (
        <CheckoutForm
          key={cart.data.id}
          cart={cart.data}
          priced={priced}
          problems={problems}
          addresses={addresses.data}
        />
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
