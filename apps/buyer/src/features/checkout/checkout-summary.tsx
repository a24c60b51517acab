import { Card, MoneyText } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { AppliedPromotions } from '../../lib/promotions.tsx';
import { Totals } from '../../lib/totals.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import type { Preview } from './checkout-wish.ts';

/** The order in figures: goods, every reduction by name, freight, what the balance pays and what is left to pay. */
export const CheckoutSummary = ({
  preview,
  promotions,
  fromBalance,
  children,
}: {
  preview: Preview;
  promotions: Outputs['cart']['get']['promotions'];
  fromBalance: number;
  children: ReactNode;
}) => {
  const t = useText();
  const { priced } = preview;
  const { totals } = priced;
  return (
    <Card className="flex flex-col gap-4 p-4">
      <Totals totals={totals} currency={priced.currency}>
        <AppliedPromotions priced={priced} promotions={promotions} />
        {totals.pointsAmount > 0 && (
          <div className="flex justify-between gap-3 text-sm text-deal">
            <dt>{t.checkout_points_used({ points: totals.pointsUsed })}</dt>
            <dd>
              <MoneyText amount={-totals.pointsAmount} />
            </dd>
          </div>
        )}
      </Totals>
      {fromBalance > 0 && (
        <dl className="flex flex-col gap-1.5 rounded-md bg-sunken px-3 py-2">
          <div className="flex justify-between gap-3">
            <dt className="text-muted">{t.checkout_from_balance()}</dt>
            <dd>
              <MoneyText amount={-fromBalance} />
            </dd>
          </div>
          <div className="flex justify-between gap-3 font-medium">
            <dt>{t.checkout_left_to_pay()}</dt>
            <dd>
              <MoneyText amount={totals.payable - fromBalance} />
            </dd>
          </div>
        </dl>
      )}
      {children}
    </Card>
  );
};
