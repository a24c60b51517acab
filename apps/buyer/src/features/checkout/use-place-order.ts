import { useNavigate } from '@tanstack/react-router';
import type { PricedOrder } from '@tradeline/domain/order';
import { problemOf } from '../../lib/problem.ts';
import { trpc } from '../../lib/trpc.ts';
import { forgetDraft, placementOf, settlePlacement } from './checkout-draft.ts';
import type { CheckoutFields } from './checkout-fields.ts';

const given = (text: string): string | undefined => text.trim() || undefined;

/** Places the cart exactly once. Prices that changed meanwhile are shown anew and never charged silently. */
export const usePlaceOrder = (cartId: string) => {
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const place = trpc.orders.place.useMutation({
    onSuccess: async ({ id }) => {
      forgetDraft(cartId);
      await navigate({ to: '/orders/$orderId', params: { orderId: id }, search: { placed: true }, replace: true });
      void utils.cart.invalidate();
      void utils.orders.invalidate();
      void utils.account.credit.invalidate();
    },
    onError: (error) => {
      if (problemOf(error).kind === 'offline') return;
      settlePlacement(cartId);
      void utils.cart.get.invalidate();
    },
  });
  return {
    error: place.error,
    pending: place.isPending || place.isSuccess,
    place: (fields: CheckoutFields, priced: PricedOrder) =>
      place.mutate({
        idempotencyKey: placementOf(cartId),
        cartId,
        expectedTotal: priced.totals.payable,
        addressId: fields.addressId,
        contactName: fields.contactName,
        phone: fields.phone,
        paymentTerms: fields.paymentTerms,
        wishedDate: given(fields.wishedDate),
        purchaseOrderNumber: given(fields.purchaseOrderNumber),
        note: given(fields.note),
      }),
  };
};
