import { Link } from '@tanstack/react-router';
import { Breadcrumbs, Card, PageHeader, Skeleton } from '@tradeline/ui';
import { useEffect } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { BankTransfer } from './bank-transfer.tsx';
import { PayAmounts } from './pay-amounts.tsx';
import { PayForm } from './pay-form.tsx';
import { PayOver } from './pay-over.tsx';
import type { Arrival } from './use-paying.ts';

/** Open attempts are looked at this often by our own data; what the gateway knows is asked for by the code's panel. */
const LOOK_MS = 5_000;

/** Paying an order: how much, by what, the code, and what came of it. `returned`: straight from the gateway's page. */
export const PayPage = ({
  orderId,
  returned,
  arrival,
  onTaken,
}: {
  orderId: string;
  returned: boolean;
  /** What WeChat's page has said of who pays; taken once, and then out of the address. */
  arrival: Arrival | undefined;
  onTaken: () => void;
}) => {
  const t = useText();
  const utils = trpc.useUtils();
  const payment = trpc.payments.get.useQuery(
    { orderId },
    { refetchInterval: ({ state }) => (isOpen(state.data?.attempt?.state) ? LOOK_MS : false) },
  );
  const check = trpc.payments.check.useMutation({
    onSuccess: (answer) => utils.payments.get.setData({ orderId }, answer),
    onSettled: () => void utils.orders.invalidate(),
  });
  const ask = check.mutate;
  useEffect(() => {
    if (returned) ask({ orderId });
  }, [returned, orderId, ask]);
  if (payment.error && !payment.data) return <LoadError error={payment.error} onRetry={() => void payment.refetch()} />;
  const { data } = payment;
  return (
    <>
      <PageHeader
        breadcrumbs={
          data && (
            <Breadcrumbs
              steps={[
                { key: 'orders', node: <Link to="/orders">{t.orders_title()}</Link> },
                {
                  key: 'order',
                  node: (
                    <Link to="/orders/$orderId" params={{ orderId }}>
                      {data.orderNumber}
                    </Link>
                  ),
                },
                { key: 'pay', node: t.pay_crumb() },
              ]}
            />
          )
        }
        title={data ? t.pay_title({ number: data.orderNumber }) : t.pay_crumb()}
      />
      {data ? (
        <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_18rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="order-2 flex min-w-0 flex-col gap-4 md:order-1">
            <Card className="p-4 md:p-6">
              {data.refusal ? (
                <PayOver payment={data} />
              ) : (
                <PayForm
                  payment={data}
                  answeredAt={payment.dataUpdatedAt}
                  check={check}
                  arrival={arrival}
                  onTaken={onTaken}
                />
              )}
            </Card>
            <BankTransfer payment={data} />
          </div>
          <PayAmounts payment={data} answeredAt={payment.dataUpdatedAt} />
        </div>
      ) : (
        <div aria-busy className="grid gap-4 md:grid-cols-[minmax(0,1fr)_18rem]">
          <Skeleton className="h-96 w-full rounded-lg" />
          <Skeleton className="h-48 w-full rounded-lg" />
        </div>
      )}
    </>
  );
};

const isOpen = (state: string | undefined): boolean => state === 'started' || state === 'unknown';
