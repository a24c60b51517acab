import { Link } from '@tanstack/react-router';
import { Badge, Card, CardHeader } from '@tradeline/ui';
import { CreditFacts } from '../../lib/credit-facts.tsx';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { useMay } from '../../lib/use-me.ts';
import type { Order } from './order-page.tsx';

/** Who bought, and how far his credit reaches. What my role may not read is not here. */
export const CustomerCard = ({ order }: { order: Order }) => {
  const t = useText();
  const say = useBilingual();
  const maySeeCredit = useMay('credit.read');
  const { customer } = order;
  return (
    <Card>
      <CardHeader title={t.order_customer()} aside={<span className="tabular">{order.companyNumber}</span>} />
      <div className="flex flex-col gap-3 px-4 py-3">
        <div>
          {customer ? (
            <Link
              to="/customers/$customerId"
              params={{ customerId: order.companyId }}
              className="font-medium text-accent-ink hover:underline"
            >
              {order.companyName}
            </Link>
          ) : (
            <span className="font-medium">{order.companyName}</span>
          )}
          {customer && (
            <p className="mt-1 flex flex-wrap items-center gap-1.5 text-sm text-muted">
              <Badge>{levelText(customer.level, t)}</Badge>
              {customer.groupName && <span>{say(customer.groupName)}</span>}
              {customer.salesRepName && <span>· {customer.salesRepName}</span>}
              {customer.status === 'suspended' && <Badge tone="danger">{t.customer_suspended()}</Badge>}
            </p>
          )}
        </div>
        {customer && maySeeCredit && <CreditFacts credit={customer.credit} />}
      </div>
    </Card>
  );
};
