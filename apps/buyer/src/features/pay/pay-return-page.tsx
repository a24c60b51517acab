import { Link, Navigate } from '@tanstack/react-router';
import { buttonClass, EmptyState, PageHeader } from '@tradeline/ui';
import { ReceiptText } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { payingOrder } from './paying-order.ts';

/** Where a gateway's page sends the payer back to: on to the order he paid, whose page asks what came of it. */
export const PayReturnPage = () => {
  const t = useText();
  const orderId = payingOrder();
  if (orderId) return <Navigate to="/pay/$orderId" params={{ orderId }} search={{ returned: true }} replace />;
  return (
    <>
      <PageHeader title={t.pay_return_title()} />
      <EmptyState
        icon={<ReceiptText aria-hidden />}
        title={t.pay_return_none()}
        action={
          <Link to="/orders" className={buttonClass({ look: 'primary' })}>
            {t.pay_orders()}
          </Link>
        }
      />
    </>
  );
};
