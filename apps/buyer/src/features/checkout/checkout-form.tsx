import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Card, CardHeader, MoneyText, Skeleton, TextAreaField, TextField, useWide } from '@tradeline/ui';
import { formatDay, formatMoney, shopDay } from '@tradeline/ui/format';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { LoadError } from '../../lib/load-error.tsx';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { readMoney } from '../../lib/read-money.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { AddressChoice } from './address-choice.tsx';
import { Attachments } from './attachments.tsx';
import { keepDraft, lastChoices, readDraft } from './checkout-draft.ts';
import { type CheckoutDraft, checkoutFields, emptyCheckout } from './checkout-fields.ts';
import { CheckoutGoods } from './checkout-goods.tsx';
import { CheckoutSummary } from './checkout-summary.tsx';
import { balanceOf, filesOf, pointsOf } from './checkout-wish.ts';
import { CouponChoice } from './coupon-choice.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { InvoiceChoice } from './invoice-choice.tsx';
import { PaymentChoice, usualPayment } from './payment-choice.tsx';
import { PlaceProblem } from './place-problem.tsx';
import { Section } from './section.tsx';
import { TermsOfSale } from './terms-of-sale.tsx';
import { useKeptPress } from './use-kept-press.ts';
import { useMend } from './use-mend.ts';
import { UsePart } from './use-part.tsx';
import { usePlaceOrder } from './use-place-order.ts';
import { usePreview } from './use-preview.ts';

type Props = {
  cart: Outputs['cart']['get'];
  addresses: Outputs['account']['addresses'];
  titles: Outputs['means']['titles'];
};

/** One page from the address to the button. What is typed stays, whatever happens. */
export const CheckoutForm = ({ cart, addresses, titles }: Props) => {
  const words = useWords((skuId) => cart.items.find((item) => item.skuId === skuId)?.sku.itemNumber ?? '');
  const { t, language, quantity } = words;
  const me = useMe();
  const wide = useWide();
  const [today] = useState(() => shopDay(Date.now()));
  const first = addresses[0];
  const [last] = useState(lastChoices);
  const form = useForm<CheckoutDraft>({
    resolver: zodResolver(checkoutFields(t)),
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
  const { register, control, setValue, formState, handleSubmit, getFieldState } = form;
  const { errors } = formState;
  const draft = { ...emptyCheckout, ...useWatch({ control }) };
  useEffect(() => keepDraft(cart.id, draft));
  const { preview, settled, error: unpriced, refetch } = usePreview(draft);
  const { place, pending, error, forget } = usePlaceOrder(cart.id);
  const stands = preview?.refusals.some(({ kind }) => kind !== 'address-not-found') ?? false;
  const kept = useKeptPress({ preview, settled, stands }, (seen) => place(draft, seen), words);
  const choose = (name: keyof CheckoutDraft, value: string) => {
    kept.drop();
    setValue(name, value, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    if (error) forget();
  };
  const mend = useMend(draft, preview, choose, forget);

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

  if (unpriced && !preview) return <LoadError error={unpriced} onRetry={() => void refetch()} />;
  if (!preview)
    return (
      <div aria-busy className="flex flex-col gap-4">
        <Skeleton className="h-40 w-full rounded-lg" />
        <Skeleton className="h-56 w-full rounded-lg" />
      </div>
    );

  const chooseAddress = (id: string) => {
    choose('addressId', id);
    const chosen = addresses.find((address) => address.id === id);
    if (!chosen) return;
    if (!getFieldState('contactName').isDirty) setValue('contactName', chosen.contactName);
    if (!getFieldState('phone').isDirty) setValue('phone', chosen.phone);
  };
  const { priced, points, balance } = preview;
  const promotions = Object.entries(preview.names).map(([id, name]) => ({ id, name }));
  const fromBalance = balanceOf(draft, preview);
  const left = priced.totals.payable - fromBalance;
  // A missing address is the form's own complaint.
  const foreseen = preview.refusals.filter(({ kind }) => kind !== 'address-not-found');
  const submit = handleSubmit(() => kept.press(preview.priced.totals.payable));
  const reason = foreseen[0] ? refusalText(foreseen[0], words) : undefined;
  const button = (
    <Button type="submit" look="primary" size="lg" wide pending={pending || kept.waiting} disabledReason={reason}>
      {t.checkout_place()}
    </Button>
  );
  const chosenCoupons = preview.coupons.filter((coupon) => coupon.chosen);
  const saved = chosenCoupons.reduce((sum, coupon) => sum + coupon.saves, 0);
  const best = preview.coupons.reduce((most, coupon) => Math.max(most, coupon.saves), 0);
  const title = titles.find(({ id }) => id === draft.invoiceTitleId);
  const files = filesOf(draft);
  const contactErrors = errors.contactName ?? errors.phone;
  return (
    <form
      aria-busy={!settled}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_17rem] lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6"
    >
      <div className="flex min-w-0 flex-col gap-3 md:gap-4">
        <Card>
          <CardHeader title={t.checkout_address()} />
          <div className="p-4">
            <AddressChoice
              addresses={addresses}
              value={draft.addressId}
              error={errors.addressId?.message}
              onValueChange={chooseAddress}
            />
          </div>
        </Card>
        <Section
          key={contactErrors ? 'wrong' : 'contact'}
          title={t.checkout_contact()}
          summary={`${draft.contactName} ${draft.phone}`}
          open={contactErrors !== undefined || !draft.contactName || !draft.phone}
        >
          <div className="grid gap-4 sm:grid-cols-2">
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
          </div>
        </Section>
        {preview.deliveries.length > 0 && (
          <Card>
            <CardHeader title={t.checkout_delivery()} />
            <div className="p-4">
              <DeliveryChoice
                offers={preview.deliveries}
                value={draft.deliveryMethod}
                onValueChange={(code) => choose('deliveryMethod', code)}
              />
            </div>
          </Card>
        )}
        <Section
          title={t.checkout_coupons()}
          summary={
            saved > 0
              ? t.checkout_saves({ amount: formatMoney(saved, language) })
              : best > 0
                ? t.checkout_coupon_best({ amount: formatMoney(best, language) })
                : t.checkout_coupon_none()
          }
          open={best > 0 || chosenCoupons.length > 0}
        >
          <CouponChoice coupons={preview.coupons} onChange={(codes) => choose('coupons', codes.join('\n'))} />
        </Section>
        {(points || balance > 0) && (
          <Card className="flex flex-col gap-3 p-4">
            {points && points.most > 0 && (
              <UsePart
                label={t.checkout_points({ usable: quantity(points.usable) })}
                aside={<MoneyText amount={-points.mostAmount} className="text-deal" />}
                fieldLabel={t.checkout_points_field()}
                hint={t.checkout_points_hint({
                  most: quantity(points.most),
                  amount: formatMoney(points.mostAmount, language),
                })}
                value={draft.points}
                most={pointsOf({ points: 'max' }, preview)}
                read={(typed) => (/^\d{0,9}$/u.test(typed) ? Number(typed) : undefined)}
                write={String}
                onChange={(value) => choose('points', value)}
              />
            )}
            {balance > 0 && (
              <UsePart
                label={t.checkout_balance()}
                aside={<MoneyText amount={balance} />}
                fieldLabel={t.checkout_balance_field()}
                hint={t.checkout_balance_hint({ left: formatMoney(left, language) })}
                value={draft.balance}
                most={balanceOf({ balance: 'max' }, preview)}
                read={readMoney}
                write={(amount) => (amount / 100).toFixed(2)}
                onChange={(value) => choose('balance', value)}
              />
            )}
          </Card>
        )}
        {left > 0 && (
          <Card>
            <CardHeader
              title={t.checkout_payment()}
              aside={fromBalance > 0 && <MoneyText amount={left} className="font-medium text-ink" />}
            />
            <div className="p-4">
              <PaymentChoice
                preview={preview}
                value={draft.pay}
                error={errors.pay?.message}
                onValueChange={(pay) => choose('pay', pay)}
              />
            </div>
          </Card>
        )}
        <Section title={t.checkout_invoice()} summary={title?.title ?? t.checkout_invoice_none()}>
          <InvoiceChoice
            titles={titles}
            value={draft.invoiceTitleId}
            onValueChange={(id) => choose('invoiceTitleId', id)}
          />
        </Section>
        <Section
          title={t.checkout_details()}
          summary={[
            draft.wishedDate && formatDay(draft.wishedDate, language),
            draft.purchaseOrderNumber,
            files.length > 0 && t.checkout_files_count({ count: files.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
          open={wide || Boolean(draft.wishedDate || draft.purchaseOrderNumber || draft.note)}
        >
          <div className="grid gap-4 sm:grid-cols-2">
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
            <div className="sm:col-span-2">
              <Attachments files={files} onChange={(chosen) => choose('attachments', JSON.stringify(chosen))} />
            </div>
          </div>
        </Section>
        <CheckoutGoods cart={cart} priced={priced} promotions={promotions} />
      </div>
      <div className="flex flex-col gap-3 md:sticky md:top-20">
        <CheckoutSummary preview={preview} promotions={promotions} fromBalance={fromBalance}>
          <PlaceProblem error={error} foreseen={foreseen} cart={cart} mend={mend} />
          <div className="hidden md:block">{button}</div>
          <TermsOfSale terms={preview.termsOfSale} />
        </CheckoutSummary>
      </div>
      <PhoneBar
        label={fromBalance > 0 ? t.checkout_left_to_pay() : t.cart_total()}
        amount={<MoneyText amount={left} />}
      >
        {button}
      </PhoneBar>
    </form>
  );
};
