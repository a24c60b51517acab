import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Outputs } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.tsx';
import type { Words } from '../../lib/words.ts';
import { keepDraft, lastChoices, readDraft } from './checkout-draft.ts';
import { type CheckoutDraft, checkoutFields, emptyCheckout } from './checkout-fields.ts';
import type { Preview } from './checkout-wish.ts';
import { usualPayment } from './payment-choice.tsx';
import { useKeptPress } from './use-kept-press.ts';
import { useMend } from './use-mend.ts';
import { usePlaceOrder } from './use-place-order.ts';
import { usePreview } from './use-preview.ts';

/** What is ordered and what the company has to choose from. */
export type Ordering = {
  cart: Outputs['cart']['get'];
  addresses: Outputs['account']['addresses'];
  titles: Outputs['means']['titles'];
};

/** What stands against an order beside a missing address, which is the form's own complaint. */
export const foreseenIn = (preview: Preview | undefined) =>
  preview?.refusals.filter(({ kind }) => kind !== 'address-not-found') ?? [];

/** The draft of a checkout: kept while it is typed, priced whenever it changes, and placed by a press that waits for both. */
export const useCheckoutForm = ({ cart, addresses, titles }: Ordering, words: Words) => {
  const me = useMe();
  const first = addresses[0];
  const [last] = useState(lastChoices);
  const form = useForm<CheckoutDraft>({
    resolver: zodResolver(checkoutFields(words.t)),
    defaultValues: {
      ...emptyCheckout,
      addressId: first?.id ?? '',
      contactName: first?.contactName ?? me.name,
      phone: first?.phone ?? me.phone ?? '',
      invoiceTitleId:
        titles.find(({ id }) => id === last.invoiceTitleId)?.id ?? titles.find((each) => each.isDefault)?.id ?? '',
      ...readDraft(cart.id),
    },
  });
  const { control, setValue, formState, handleSubmit, getFieldState } = form;
  const draft = { ...emptyCheckout, ...useWatch({ control }) };
  useEffect(() => keepDraft(cart.id, draft));
  const { preview, settled, error: unpriced, refetch } = usePreview(draft);
  const { place, pending, error, forget } = usePlaceOrder(cart.id);
  // Files that are on their way belong to the order as much as what is typed: a press waits for them too.
  const [sending, setSending] = useState(false);
  const looked = { preview, settled: settled && !sending, stands: foreseenIn(preview).length > 0 };
  const kept = useKeptPress(looked, (seen) => place(draft, seen), words);
  const choose = (name: keyof CheckoutDraft, value: string) => {
    // A file that has arrived changes no figure: the press that waited for it stands.
    if (name !== 'attachments') kept.drop();
    setValue(name, value, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    if (error) forget();
  };
  const mend = useMend(draft, preview, choose, forget);
  const chooseAddress = (id: string) => {
    choose('addressId', id);
    const chosen = addresses.find((address) => address.id === id);
    if (!chosen) return;
    if (!getFieldState('contactName').isDirty) setValue('contactName', chosen.contactName);
    if (!getFieldState('phone').isDirty) setValue('phone', chosen.phone);
  };

  // What is usual is chosen beforehand as soon as it is known: most orders need no press here.
  const usual = preview && usualPayment(preview, last.pay);
  const offers = preview?.deliveries;
  useEffect(() => {
    if (usual && (draft.pay === '' || !preview.means.includes(draft.pay as typeof usual))) setValue('pay', usual);
    const open = offers?.filter((offer) => !offer.notDelivered) ?? [];
    const offered = open.some(({ code }) => code === draft.deliveryMethod);
    if (offers && !offered)
      setValue('deliveryMethod', (open.find(({ code }) => code === last.deliveryMethod) ?? open[0])?.code ?? '');
  }, [usual, offers, preview, draft.pay, draft.deliveryMethod, last, setValue]);

  return {
    form,
    draft,
    preview,
    settled,
    unpriced,
    refetch,
    error,
    mend,
    choose,
    chooseAddress,
    setSending,
    waiting: pending || kept.waiting,
    submit: handleSubmit(() => {
      if (preview) kept.press(preview.priced.totals.payable);
    }),
  };
};
export type Checkout = ReturnType<typeof useCheckoutForm>;
