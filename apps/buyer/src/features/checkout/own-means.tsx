import { Card, MoneyText } from '@tradeline/ui';
import { formatMoney } from '@tradeline/ui/format';
import { readMoney } from '../../lib/read-money.ts';
import { useWords } from '../../lib/words.ts';
import { balanceOf, type Preview, pointsOf } from './checkout-wish.ts';
import type { Checkout } from './use-checkout-form.ts';
import { UsePart } from './use-part.tsx';

/** What the customer has with us already: points and the prepaid balance. Nothing where there is neither. */
export const OwnMeans = ({
  checkout: { draft, choose },
  preview,
  left,
}: {
  checkout: Checkout;
  preview: Preview;
  /** Minor units that stay to be paid. */
  left: number;
}) => {
  const { t, language, quantity } = useWords();
  const { points, balance } = preview;
  if (!points && balance <= 0) return null;
  return (
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
  );
};
