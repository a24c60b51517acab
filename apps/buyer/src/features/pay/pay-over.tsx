import { Link } from '@tanstack/react-router';
import { buttonClass } from '@tradeline/ui';
import { CircleCheck, Info } from 'lucide-react';
import { useWords } from '../../lib/words.ts';
import type { Payment } from './pay-words.ts';

/** Nothing is to be paid any more: because it is paid, or because the order has ended. */
export const PayOver = ({ payment }: { payment: Payment }) => {
  const { t, money } = useWords();
  const kept = payment.received - payment.refunded;
  const paid = payment.payable.all === 0 && kept > 0;
  const ended = payment.approval === 'cancelled' || payment.approval === 'rejected' || payment.approval === 'closed';
  const Icon = paid ? CircleCheck : Info;
  return (
    <div role="status" className="flex flex-col items-center gap-3 py-8 text-center">
      <Icon aria-hidden className={paid ? 'size-12 text-success' : 'size-12 text-muted'} />
      <p className="text-lg font-semibold">
        {paid ? t.pay_done_title() : ended ? t.pay_ended_order() : t.pay_nothing()}
      </p>
      {paid && <p className="max-w-prose text-muted">{t.pay_done({ amount: money(kept) })}</p>}
      <Link
        to="/orders/$orderId"
        params={{ orderId: payment.orderId }}
        className={buttonClass({ look: 'primary', size: 'lg' })}
      >
        {t.pay_to_order()}
      </Link>
    </div>
  );
};
