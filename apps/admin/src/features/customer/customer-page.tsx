import { Link } from '@tanstack/react-router';
import {
  Badge,
  Breadcrumbs,
  Button,
  buttonClass,
  Card,
  CardHeader,
  DateText,
  Facts,
  Skeleton,
  StatusBadge,
} from '@tradeline/ui';
import { useState } from 'react';
import { CreditFacts } from '../../lib/credit-facts.tsx';
import { customerStatusText, customerStatusTone } from '../../lib/customer-words.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { searchOf } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { WhyPrice } from '../../lib/why-price.tsx';
import { CustomerBalance } from './customer-balance.tsx';
import { CustomerCodes } from './customer-codes.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { CustomerYear } from './customer-year.tsx';

export type Customer = Outputs['customers']['get'];

/** One customer: how to reach him, how far his credit goes, what he bought. */
export const CustomerPage = ({ customerId }: { customerId: string }) => {
  const t = useText();
  const say = useBilingual();
  const maySeeCredit = useMay('credit.read');
  const maySeeMoney = useMay('payment.read');
  const [maySeeOrders, maySeePrices] = [useMay('order.read'), useMay('price.read')];
  const [asking, setAsking] = useState(false);
  const { data: customer, error, refetch } = trpc.customers.get.useQuery({ id: customerId });
  if (error && !customer) return <LoadError error={error} onRetry={() => void refetch()} />;
  const contact = customer && [
    ...(customer.contactName ? [{ label: t.order_contact(), value: customer.contactName }] : []),
    ...(customer.phone
      ? [
          {
            label: t.customer_phone(),
            value: (
              <a href={`tel:${customer.phone}`} className="tabular hover:underline">
                {customer.phone}
              </a>
            ),
          },
        ]
      : []),
    ...(customer.email
      ? [
          {
            label: t.customer_email(),
            value: (
              <a href={`mailto:${customer.email}`} className="hover:underline">
                {customer.email}
              </a>
            ),
          },
        ]
      : []),
    ...(customer.region ? [{ label: t.customers_column_region(), value: customer.region }] : []),
    ...(customer.taxNumber
      ? [{ label: t.customer_tax(), value: <span className="tabular">{customer.taxNumber}</span> }]
      : []),
    ...(customer.salesRepName ? [{ label: t.customer_sales(), value: customer.salesRepName }] : []),
    { label: t.customer_since(), value: <DateText at={customer.createdAt} style="date" /> },
    ...(customer.note ? [{ label: t.customer_note(), value: customer.note }] : []),
  ];
  return (
    <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-4 p-4 md:p-5">
      <header className="flex flex-col gap-2">
        <Breadcrumbs
          steps={[
            {
              key: 'customers',
              node: (
                <Link to="/customers" search={searchOf('customers')}>
                  {t.customers_title()}
                </Link>
              ),
            },
            { key: 'customer', node: <span>{customer?.number ?? '…'}</span> },
          ]}
        />
        {customer ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl font-semibold tracking-tight">{customer.name}</h1>
            <StatusBadge tone={customerStatusTone(customer.status)}>
              {customerStatusText(customer.status, t)}
            </StatusBadge>
            <Badge>{levelText(customer.level, t)}</Badge>
            {customer.groupName && <Badge>{say(customer.groupName)}</Badge>}
            {maySeePrices && (
              <span className="ml-auto flex gap-2">
                <Link to="/prices/sheet" search={{ customer: customer.id }} className={buttonClass({ size: 'sm' })}>
                  {t.prices_sheet_title()}
                </Link>
                <Button size="sm" onPress={() => setAsking(true)}>
                  {t.prices_why()}
                </Button>
              </span>
            )}
          </div>
        ) : (
          <Skeleton className="h-8 w-72" />
        )}
      </header>
      {customer && contact ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <CustomerYear customer={customer} />
            {maySeeOrders && <CustomerOrders customerId={customerId} />}
            <CustomerCodes companyId={customerId} />
          </div>
          <div className="grid min-w-0 gap-4 sm:grid-cols-2 lg:grid-cols-1">
            {maySeeCredit && (
              <Card>
                <CardHeader title={t.customer_credit()} />
                <div className="px-4 py-3">
                  <CreditFacts credit={customer.credit} />
                </div>
              </Card>
            )}
            {maySeeMoney && <CustomerBalance companyId={customerId} />}
            <Card>
              <CardHeader title={t.customer_contact()} />
              <Facts className="px-4 py-3" items={contact} />
            </Card>
          </div>
        </div>
      ) : (
        <Skeleton className="h-80 w-full rounded-lg" />
      )}
      {asking && <WhyPrice companyId={customerId} onClose={() => setAsking(false)} />}
    </div>
  );
};
