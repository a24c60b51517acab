import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type Column, DataTable, DateText, EmptyState, MoneyText, StatusBadge, Tabs } from '@tradeline/ui';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { DecideDialog } from './decide-dialog.tsx';

export type Voucher = Outputs['payments']['vouchers']['rows'][number];

/** 转账凭证: what customers say they paid by bank, for whoever can look at the account to confirm or send back. */
export const VouchersPage = ({ decided }: { decided: boolean }) => {
  const t = useText();
  const navigate = useNavigate({ from: '/payments/vouchers' });
  const mayDecide = useMay('payment.record');
  const vouchers = trpc.payments.vouchers.useQuery({ waiting: !decided }, { placeholderData: (old) => old });
  const [asking, setAsking] = useState<{ voucher: Voucher; accept: boolean }>();
  const columns: Column<Voucher>[] = [
    {
      id: 'order',
      header: t.payments_column_order(),
      card: 'title',
      width: 'min-w-40',
      cell: (row) => (
        <span className="flex flex-col">
          <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="tabular font-medium hover:underline">
            {row.orderNumber}
          </Link>
          <span className="text-sm text-muted">{row.companyName}</span>
        </span>
      ),
    },
    {
      id: 'file',
      header: t.vouchers_file(),
      width: 'w-full min-w-40',
      cell: (row) => <VoucherFile voucher={row} />,
    },
    {
      id: 'reference',
      header: t.vouchers_reference(),
      width: 'hidden whitespace-nowrap xl:table-cell',
      cell: (row) => <span className="tabular">{row.reference ?? t.value_none()}</span>,
    },
    {
      id: 'sent',
      header: t.vouchers_sent(),
      width: 'hidden whitespace-nowrap lg:table-cell',
      cell: (row) => <DateText at={row.createdAt} />,
    },
    {
      id: 'due',
      header: t.vouchers_due(),
      align: 'end',
      cell: (row) => <MoneyText amount={row.due} currency={row.currency} />,
    },
    {
      id: 'amount',
      header: t.vouchers_amount(),
      align: 'end',
      cell: (row) => <MoneyText amount={row.amount} currency={row.currency} className="font-medium" />,
    },
    {
      id: 'decide',
      header: t.payments_column_state(),
      align: 'end',
      card: 'aside',
      cell: (row) =>
        row.state !== 'submitted' ? (
          <StatusBadge tone={row.state === 'accepted' ? 'success' : 'danger'}>
            {row.state === 'accepted' ? t.vouchers_state_accepted() : t.vouchers_state_rejected()}
          </StatusBadge>
        ) : mayDecide ? (
          <span className="flex justify-end gap-2 whitespace-nowrap">
            <Button size="sm" look="quiet-danger" onPress={() => setAsking({ voucher: row, accept: false })}>
              {t.vouchers_reject()}
            </Button>
            <Button size="sm" look="primary" onPress={() => setAsking({ voucher: row, accept: true })}>
              {t.vouchers_accept()}
            </Button>
          </span>
        ) : (
          <StatusBadge tone="info">{t.vouchers_waiting()}</StatusBadge>
        ),
    },
  ];
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.vouchers_title()}</h1>
        <SectionTabs section="payments" />
        <Tabs
          label={t.vouchers_title()}
          value={decided ? 'decided' : 'waiting'}
          onValueChange={(next) => void navigate({ search: next === 'decided' ? { decided: true } : {} })}
          items={[
            { key: 'waiting', label: t.vouchers_waiting(), count: vouchers.data?.waiting },
            { key: 'decided', label: t.vouchers_decided() },
          ]}
        />
      </header>
      <div className="flex min-h-0 flex-1 flex-col p-4">
        <DataTable
          label={t.vouchers_title()}
          columns={columns}
          rows={vouchers.data?.rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.orderNumber}
          busy={vouchers.isFetching}
          className="min-h-0 flex-1"
          error={
            vouchers.error &&
            !vouchers.data && <LoadError error={vouchers.error} onRetry={() => void vouchers.refetch()} />
          }
          empty={
            <EmptyState
              icon={<CircleCheck aria-hidden />}
              title={decided ? t.vouchers_empty_decided() : t.vouchers_empty()}
            >
              {t.vouchers_empty_body()}
            </EmptyState>
          }
        />
      </div>
      <DecideDialog asking={asking} onClose={() => setAsking(undefined)} />
    </div>
  );
};

const VoucherFile = ({ voucher: { orderId, fileId, fileName, mime, reason } }: { voucher: Voucher }) => {
  const t = useText();
  const address = `/documents/orders/${orderId}/files/${fileId}`;
  return (
    <span className="flex min-w-0 items-center gap-3">
      {mime.startsWith('image/') && (
        <img src={address} alt="" loading="lazy" className="size-10 shrink-0 rounded border border-line object-cover" />
      )}
      <span className="flex min-w-0 flex-col">
        <a
          href={`${address}?size=large`}
          target="_blank"
          rel="noreferrer"
          aria-label={t.vouchers_file_open({ name: fileName })}
          className="truncate text-brand-ink hover:underline"
        >
          {fileName}
        </a>
        {reason && <span className="text-sm text-danger-ink">{reason}</span>}
      </span>
    </span>
  );
};
