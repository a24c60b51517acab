import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import type { PricedOrder } from '@tradeline/domain/order';
import { Button, Card, CardHeader, MoneyText, Notice, TextAreaField, TextField } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { useEffect, useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { AppliedPromotions } from '../../lib/promotions.tsx';
import { Totals } from '../../lib/totals.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { AddressChoice } from './address-choice.tsx';
import { keepDraft, readDraft } from './checkout-draft.ts';
import { type CheckoutDraft, type CheckoutFields, checkoutFields, emptyCheckout } from './checkout-fields.ts';
import { CheckoutGoods } from './checkout-goods.tsx';
import { PaymentChoice } from './payment-choice.tsx';
import { PlaceProblem } from './place-problem.tsx';
import { usePlaceOrder } from './use-place-order.ts';

type Props = {
  cart: Outputs['cart']['get'];
  priced: PricedOrder;
  /** Lines that cannot be ordered as they stand. */
  problems: number;
  addresses: Outputs['account']['addresses'];
};

/** One page from the address to the button. What is typed stays, whatever happens. */
export const CheckoutForm = ({ cart, priced, problems, addresses }: Props) => {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const [today] = useState(() => shopDay(Date.now()));
  const first = addresses[0];
  const form = useForm<CheckoutDraft, unknown, CheckoutFields>({
    resolver: zodResolver(checkoutFields(t)),
    defaultValues: {
      ...emptyCheckout,
      addressId: first?.id ?? '',
      contactName: first?.contactName ?? me.name,
      phone: first?.phone ?? me.phone ?? '',
      ...readDraft(cart.id),
    },
  });
  const { register, control, setValue, formState, handleSubmit, getFieldState } = form;
  const { errors } = formState;
  const typed = useWatch({ control });
  useEffect(() => keepDraft(cart.id, typed), [cart.id, typed]);
  const { place, pending, error } = usePlaceOrder(cart.id);
  const submit = handleSubmit((fields) => place(fields, priced));
  const { payable } = priced.totals;
  const reason =
    me.company.status !== 'active'
      ? t.refusal_company_suspended()
      : problems > 0
        ? t.checkout_cart_problem({ count: problems })
        : undefined;

  const chooseAddress = (id: string, onChange: (id: string) => void) => {
    onChange(id);
    const chosen = addresses.find((address) => address.id === id);
    if (!chosen) return;
    if (!getFieldState('contactName').isDirty) setValue('contactName', chosen.contactName);
    if (!getFieldState('phone').isDirty) setValue('phone', chosen.phone);
  };
  const button = (
    <Button type="submit" look="primary" size="lg" wide pending={pending} disabledReason={reason}>
      {t.checkout_place()}
    </Button>
  );
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_17rem] lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <CardHeader title={t.checkout_address()} />
          <div className="p-4">
            <Controller
              control={control}
              name="addressId"
              render={({ field }) => (
                <AddressChoice
                  addresses={addresses}
                  value={field.value}
                  error={errors.addressId?.message}
                  onValueChange={(id) => chooseAddress(id, field.onChange)}
                />
              )}
            />
          </div>
        </Card>
        <Card>
          <CardHeader title={t.checkout_details()} />
          <div className="grid gap-4 p-4 sm:grid-cols-2">
            <TextField
              label={t.checkout_contact_name()}
              error={errors.contactName?.message}
              autoComplete="name"
              {...register('contactName')}
            />
            <TextField
              label={t.checkout_phone()}
              error={errors.phone?.message}
              type="tel"
              autoComplete="tel"
              {...register('phone')}
            />
            <TextField
              label={t.checkout_wished_date()}
              error={errors.wishedDate?.message}
              optional
              type="date"
              min={today}
              {...register('wishedDate')}
            />
            <TextField
              label={t.checkout_po_number()}
              error={errors.purchaseOrderNumber?.message}
              optional
              autoComplete="off"
              {...register('purchaseOrderNumber')}
            />
            <TextAreaField
              className="sm:col-span-2"
              label={t.checkout_note()}
              error={errors.note?.message}
              hint={t.checkout_note_hint()}
              optional
              rows={2}
              {...register('note')}
            />
          </div>
        </Card>
        <Card>
          <CardHeader title={t.checkout_payment()} />
          <div className="p-4">
            <Controller
              control={control}
              name="paymentTerms"
              render={({ field }) => (
                <PaymentChoice
                  total={payable}
                  value={field.value}
                  error={errors.paymentTerms?.message}
                  onValueChange={field.onChange}
                />
              )}
            />
          </div>
        </Card>
        <CheckoutGoods cart={cart} priced={priced} />
      </div>
      <div className="flex flex-col gap-3 md:sticky md:top-20">
        <Card className="flex flex-col gap-4 p-4">
          <Totals totals={priced.totals} currency={priced.currency}>
            <AppliedPromotions priced={priced} promotions={cart.promotions} />
          </Totals>
          {me.company.status !== 'active' && <Notice tone="warning">{t.refusal_company_suspended()}</Notice>}
          {problems > 0 && (
            <Notice tone="warning">
              {t.checkout_cart_problem({ count: problems })}{' '}
              <Link to="/cart" className="underline underline-offset-2">
                {t.checkout_back_to_cart()}
              </Link>
            </Notice>
          )}
          {error && <PlaceProblem error={error} cart={cart} />}
          <div className="hidden md:block">{button}</div>
          <p className="text-sm text-faint">{t.checkout_terms_agree()}</p>
        </Card>
      </div>
      <PhoneBar label={t.cart_total()} amount={<MoneyText amount={payable} />}>
        {button}
      </PhoneBar>
    </form>
  );
};
