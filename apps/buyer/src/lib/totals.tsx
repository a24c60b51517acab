import type { OrderTotals } from '@tradeline/domain/order';
import { cx, MoneyText } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useText } from './i18n.tsx';

type Shown = Pick<OrderTotals, 'gross' | 'discount' | 'shipping' | 'tax' | 'payable'>;

const Row = ({ label, amount, tone }: { label: string; amount: number; tone?: string }) => (
  <div className="flex justify-between gap-3">
    <dt className="text-muted">{label}</dt>
    <dd className={cx(tone)}>
      <MoneyText amount={amount} />
    </dd>
  </div>
);

/** Goods, reductions (`children` names each), shipping, total, and the tax inside it. */
export const Totals = ({
  totals,
  currency,
  className,
  children,
}: {
  totals: Shown;
  currency?: string;
  className?: string;
  children?: ReactNode;
}) => {
  const t = useText();
  return (
    <dl className={cx('flex flex-col gap-1.5 text-base', className)}>
      <Row label={t.cart_goods_amount()} amount={totals.gross} />
      {totals.discount > 0 && <Row label={t.cart_discount()} amount={-totals.discount} tone="text-deal" />}
      {children}
      <div className="flex justify-between gap-3">
        <dt className="text-muted">{t.cart_shipping()}</dt>
        <dd>
          {totals.shipping === 0 ? t.cart_shipping_free() : <MoneyText amount={totals.shipping} currency={currency} />}
        </dd>
      </div>
      <div className="mt-1 flex items-baseline justify-between gap-3 border-t border-line pt-2.5">
        <dt className="font-medium">{t.cart_total()}</dt>
        <dd>
          <MoneyText amount={totals.payable} currency={currency} className="text-xl font-semibold tracking-tight" />
        </dd>
      </div>
      <div className="flex justify-between gap-3 text-sm text-faint">
        <dt>{t.cart_tax_included()}</dt>
        <dd>
          <MoneyText amount={totals.tax} currency={currency} />
        </dd>
      </div>
    </dl>
  );
};
