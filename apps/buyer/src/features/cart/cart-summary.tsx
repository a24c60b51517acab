import { useNavigate } from '@tanstack/react-router';
import type { PricedOrder } from '@tradeline/domain/order';
import { Button, Card, MoneyText } from '@tradeline/ui';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { AppliedPromotions, PromotionHints } from '../../lib/promotions.tsx';
import { Totals } from '../../lib/totals.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';

/** What it comes to, and the way on; on a phone the amount and the button stay above the tabs. */
export const CartSummary = ({
  priced,
  promotions,
  problems,
  saving,
}: {
  priced: PricedOrder | undefined;
  promotions: Outputs['cart']['get']['promotions'];
  problems: number;
  saving: boolean;
}) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayPlace = useMay('order.submit');
  const reason = !mayPlace
    ? t.refusal_not_permitted()
    : problems > 0
      ? t.cart_problem_lines({ count: problems })
      : !priced || priced.lines.length === 0
        ? t.checkout_empty()
        : undefined;
  const checkout = (
    <Button
      look="primary"
      size="lg"
      wide
      disabledReason={reason}
      pending={saving && reason === undefined}
      onPress={() => void navigate({ to: '/checkout' })}
    >
      {t.cart_checkout()}
    </Button>
  );
  return (
    <>
      <Card className="flex flex-col gap-4 p-4 md:sticky md:top-20">
        {priced ? (
          <>
            <Totals totals={priced.totals} currency={priced.currency}>
              <AppliedPromotions priced={priced} promotions={promotions} />
            </Totals>
            <PromotionHints priced={priced} promotions={promotions} />
          </>
        ) : (
          <p className="text-muted">{t.goods_price_hidden()}</p>
        )}
        <div className="hidden md:block">{checkout}</div>
        {problems > 0 && (
          <p role="status" className="text-sm text-danger-ink">
            {t.cart_problem_lines({ count: problems })}
          </p>
        )}
      </Card>
      <PhoneBar label={t.cart_total()} amount={priced && <MoneyText amount={priced.totals.payable} />}>
        {checkout}
      </PhoneBar>
    </>
  );
};
