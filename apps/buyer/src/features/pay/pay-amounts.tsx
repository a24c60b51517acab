import { Card, DateText, Facts, MoneyText, Notice } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import { type Payment, refundStateText } from './pay-words.ts';
import { clockText, useTimeLeft } from './use-time-left.ts';

const HOUR = 3_600_000;

/** What is to be paid, what has been, how long there is, and what goes back. */
export const PayAmounts = ({ payment, answeredAt }: { payment: Payment; answeredAt: number }) => {
  const t = useText();
  const { currency, payable, payUntil } = payment;
  return (
    <div className="order-1 flex min-w-0 flex-col gap-4 md:order-2">
      <Card className="flex flex-col gap-3 p-4">
        <div>
          <p className="text-sm text-muted">{t.pay_amount()}</p>
          <p className="text-2xl font-semibold">
            <MoneyText amount={payable.all} currency={currency} />
          </p>
        </div>
        <Facts
          className="border-t border-line pt-3"
          items={[
            { label: t.pay_total(), value: <MoneyText amount={payment.total} currency={currency} /> },
            ...(payment.received > payment.refunded
              ? [
                  {
                    label: t.pay_received(),
                    value: <MoneyText amount={payment.received - payment.refunded} currency={currency} />,
                  },
                ]
              : []),
          ]}
        />
        {payUntil && payable.all > 0 && <TimeLeft payment={payment} payUntil={payUntil} answeredAt={answeredAt} />}
      </Card>
      {payment.refunds.length > 0 && (
        <Card className="flex flex-col gap-2 p-4">
          <h2 className="font-semibold">{t.pay_refunds()}</h2>
          <ul className="flex flex-col gap-2">
            {payment.refunds.map((refund) => (
              <li key={refund.id} className="flex items-baseline justify-between gap-3 text-sm">
                <span className="min-w-0">
                  {refundStateText(refund.state, t)}
                  <span className="block text-muted">
                    <DateText at={refund.settledAt ?? refund.createdAt} />
                  </span>
                </span>
                <MoneyText amount={refund.amount} currency={currency} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
};

const TimeLeft = ({ payment, payUntil, answeredAt }: { payment: Payment; payUntil: string; answeredAt: number }) => {
  const t = useText();
  const { language } = useLanguage();
  const left = useTimeLeft(payUntil, payment.now, answeredAt);
  if (left === 0) return <Notice tone="warning">{t.pay_time_over()}</Notice>;
  const text =
    left > HOUR
      ? t.pay_time_left_days({ time: formatInstant(payUntil, language, 'date-time') })
      : t.pay_time_left({ time: clockText(left) });
  return (
    <p role="timer" className={left < 5 * 60_000 ? 'text-sm text-warning-ink tabular' : 'text-sm text-muted tabular'}>
      {text}
    </p>
  );
};
