import { useNavigate } from '@tanstack/react-router';
import { problemOf } from '../../lib/problem.ts';
import { trpc } from '../../lib/trpc.ts';
import { forgetDraft, placementOf, rememberChoices, settlePlacement } from './checkout-draft.ts';
import type { CheckoutDraft } from './checkout-fields.ts';
import { filesOf, type Preview, wishOf } from './checkout-wish.ts';

const given = (text: string): string | undefined => text.trim() || undefined;

/** Places the cart exactly once. Prices that changed meanwhile are shown anew and never charged silently. */
export const usePlaceOrder = (cartId: string) => {
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const place = trpc.orders.place.useMutation({
    onSuccess: async ({ id, approval }, { payBy }) => {
      forgetDraft(cartId);
      const waits = approval === 'awaiting-payment' && payBy === 'online';
      if (waits) await navigate({ to: '/pay/$orderId', params: { orderId: id }, replace: true });
      else await navigate({ to: '/orders/$orderId', params: { orderId: id }, search: { placed: true }, replace: true });
      void utils.cart.invalidate();
      void utils.orders.invalidate();
      void utils.means.invalidate();
      void utils.account.credit.invalidate();
    },
    onError: (error) => {
      if (problemOf(error).kind === 'offline') return;
      settlePlacement(cartId);
      void utils.cart.get.invalidate();
      void utils.checkout.preview.invalidate();
    },
  });
  return {
    error: place.error,
    forget: place.reset,
    pending: place.isPending || place.isSuccess,
    place: (draft: CheckoutDraft, preview: Preview) => {
      rememberChoices(draft);
      const { addressId, ...wish } = wishOf(draft, preview);
      place.mutate({
        ...wish,
        idempotencyKey: placementOf(cartId),
        cartId,
        expectedTotal: preview.priced.totals.payable,
        addressId: addressId ?? '',
        contactName: draft.contactName.trim(),
        phone: draft.phone.trim(),
        wishedDate: given(draft.wishedDate),
        purchaseOrderNumber: given(draft.purchaseOrderNumber),
        note: given(draft.note),
        attachments: filesOf(draft).map(({ id }) => id),
        termsVersion: preview.termsOfSale?.version,
      });
    },
  };
};
