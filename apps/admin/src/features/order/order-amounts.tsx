import { MoneyText } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/words.ts';
import { MarginText } from './line-margin.tsx';
import type { Order } from './order-page.tsx';

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex justify-between gap-8">
    <dt className="text-muted">{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Goods, reductions, shipping, total, and the tax inside it. */
export const OrderAmounts = ({ order }: { order: Order }) => {
  const { t, quantity } = useWords();
  const { currency, margin } = order;
  return (
    <div className="ml-auto flex w-full flex-col gap-1 px-4 py-3 md:w-80">
      <dl className="flex flex-col gap-1">
        <Row label={t.order_goods_amount()}>
          <MoneyText amount={order.goodsAmount} currency={currency} />
        </Row>
        {order.discountAmount > 0 && (
          <Row label={t.order_discount()}>
            <MoneyText amount={-order.discountAmount} currency={currency} className="text-deal" />
          </Row>
        )}
        <Row label={t.order_shipping()}>
          <MoneyText amount={order.shippingAmount} currency={currency} />
        </Row>
        <div className="mt-1 flex items-baseline justify-between gap-8 border-t border-line pt-2">
          <dt className="font-medium">{t.order_total()}</dt>
          <dd>
            <MoneyText amount={order.totalAmount} currency={currency} className="text-lg font-semibold" />
          </dd>
        </div>
        <div className="flex justify-between gap-8 text-sm text-faint">
          <dt>{t.order_tax()}</dt>
          <dd>
            <MoneyText amount={order.taxAmount} currency={currency} />
          </dd>
        </div>
        {margin && (
          <Row label={t.desk_margin()}>
            <MarginText margin={margin.margin} sales={margin.sales} currency={currency} />
          </Row>
        )}
      </dl>
      {margin && (
        <p className="text-right text-sm text-faint">
          {margin.unknown > 0 ? t.desk_margin_unknown({ count: quantity(margin.unknown) }) : t.desk_margin_hint()}
        </p>
      )}
    </div>
  );
};
