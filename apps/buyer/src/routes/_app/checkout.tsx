import { createFileRoute } from '@tanstack/react-router';
import { CheckoutPage } from '../../features/checkout/checkout-page.tsx';

export const Route = createFileRoute('/_app/checkout')({
  loader: ({ context }) => {
    void context.queries.account.addresses.prefetch();
  },
  component: CheckoutPage,
});
