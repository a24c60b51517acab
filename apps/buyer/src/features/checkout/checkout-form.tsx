import { Button, Card, CardHeader, MoneyText, Skeleton } from '@tradeline/ui';
import { LoadError } from '../../lib/load-error.tsx';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { refusalText } from '../../lib/refusal-text.ts';
import { useWords } from '../../lib/words.ts';
import { AddressChoice } from './address-choice.tsx';
import { CheckoutGoods } from './checkout-goods.tsx';
import { CheckoutSummary } from './checkout-summary.tsx';
import { balanceOf } from './checkout-wish.ts';
import { ContactSection } from './contact-section.tsx';
import { CouponSection } from './coupon-section.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { DetailsSection } from './details-section.tsx';
import { InvoiceChoice } from './invoice-choice.tsx';
import { OwnMeans } from './own-means.tsx';
import { PaymentChoice } from './payment-choice.tsx';
import { PlaceProblem } from './place-problem.tsx';
import { Section } from './section.tsx';
import { TermsOfSale } from './terms-of-sale.tsx';
import { foreseenIn, type Ordering, useCheckoutForm } from './use-checkout-form.ts';

/** One page from the address to the button. What is typed stays, whatever happens. */
export const CheckoutForm = ({ cart, addresses, titles }: Ordering) => {
  const words = useWords((skuId) => cart.items.find((item) => item.skuId === skuId)?.sku.itemNumber ?? '');
  const { t } = words;
  const checkout = useCheckoutForm({ cart, addresses, titles }, words);
  const { preview, draft, choose, error } = checkout;
  if (checkout.unpriced && !preview)
    return <LoadError error={checkout.unpriced} onRetry={() => void checkout.refetch()} />;
  if (!preview)
    return (
      <div aria-busy className="flex flex-col gap-4">
        <Skeleton className="h-40 w-full rounded-lg" />
        <Skeleton className="h-56 w-full rounded-lg" />
      </div>
    );

  const { errors } = checkout.form.formState;
  const { priced, deliveries } = preview;
  const promotions = Object.entries(preview.names).map(([id, name]) => ({ id, name }));
  const fromBalance = balanceOf(draft, preview);
  const left = priced.totals.payable - fromBalance;
  const foreseen = foreseenIn(preview);
  const reason = foreseen[0] ? refusalText(foreseen[0], words) : undefined;
  const title = titles.find(({ id }) => id === draft.invoiceTitleId);
  const button = (
    <Button type="submit" look="primary" size="lg" wide pending={checkout.waiting} disabledReason={reason}>
      {t.checkout_place()}
    </Button>
  );
  return (
    <form
      aria-busy={!checkout.settled}
      noValidate
      onSubmit={(event) => void checkout.submit(event)}
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
              onValueChange={checkout.chooseAddress}
            />
          </div>
        </Card>
        <ContactSection checkout={checkout} />
        {deliveries.length > 0 && (
          <Card>
            <CardHeader title={t.checkout_delivery()} />
            <div className="p-4">
              <DeliveryChoice
                offers={deliveries}
                value={draft.deliveryMethod}
                onValueChange={(code) => choose('deliveryMethod', code)}
              />
            </div>
          </Card>
        )}
        <CouponSection coupons={preview.coupons} onChange={(codes) => choose('coupons', codes.join('\n'))} />
        <OwnMeans checkout={checkout} preview={preview} left={left} />
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
        <DetailsSection checkout={checkout} />
        <CheckoutGoods cart={cart} priced={priced} promotions={promotions} />
      </div>
      <div className="flex flex-col gap-3 md:sticky md:top-20">
        <CheckoutSummary preview={preview} promotions={promotions} fromBalance={fromBalance}>
          <PlaceProblem error={error} foreseen={foreseen} cart={cart} mend={checkout.mend} />
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
