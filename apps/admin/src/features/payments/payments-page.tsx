import { Link, useNavigate } from '@tanstack/react-router';
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  IconButton,
  MoneyText,
  Pagination,
  SearchField,
  StatusBadge,
  Tabs,
  toast,
} from '@tradeline/ui';
import { CircleCheck, RefreshCw } from 'lucide-react';
import { askedText, channelText, entryState, type GatewayEntry } from '../../lib/gateway-words.ts';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { PAGE_SIZE, type PaymentsSearch } from './payments-search.ts';

/** Money in and out through gateways; what waits for a person comes first, and each can be asked about now. */
export const PaymentsPage = ({ search }: { search: PaymentsSearch }) => {
  const words = useWords();
  const { t, quantity } = words;
  const navigate = useNavigate({ from: '/payments/' });
  const utils = trpc.useUtils();
  const { tab, q, page } = search;
  const input = { ...(tab ? { tab } : {}), ...(q ? { text: q } : {}), page, size: PAGE_SIZE };
  const money = trpc.payments.list.useQuery(input, { placeholderData: (old) => old });
  const { rows, total, counts } = money.data ?? {};
  useListKeys();
  const change = (next: Partial<PaymentsSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const check = trpc.payments.check.useMutation({
    onSuccess: (answers) => {
      toast.success(answers.length === 0 ? t.payments_nothing_open() : askedText(answers, words));
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.payments.invalidate(),
  });
  const columns: Column<GatewayEntry>[] = [
    {
      id: 'number',
      header: t.payments_column_number(),
      card: 'title',
      width: 'w-full min-w-56',
      cell: (row) => (
        <span className="flex flex-col">
          <span className="tabular break-all font-medium">{row.number}</span>
          {(row.error || row.transaction) && (
            <span
              className={row.error ? 'break-words text-sm text-danger-ink' : 'tabular break-all text-sm text-muted'}
            >
              {row.error ?? row.transaction}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'order',
      header: t.payments_column_order(),
      width: 'whitespace-nowrap',
      cell: (row) =>
        row.orderId ? (
          <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="tabular hover:underline">
            {row.orderNumber}
          </Link>
        ) : (
          t.value_none()
        ),
    },
    {
      id: 'customer',
      header: t.payments_column_customer(),
      width: 'hidden min-w-40 lg:table-cell',
      cell: (row) => row.companyName ?? t.value_none(),
    },
    {
      id: 'channel',
      header: t.payments_column_channel(),
      width: 'whitespace-nowrap',
      cell: (row) => channelText(row.channel, t),
    },
    {
      id: 'at',
      header: t.payments_column_at(),
      width: 'hidden whitespace-nowrap xl:table-cell',
      cell: (row) => <DateText at={row.settledAt ?? row.createdAt} />,
    },
    {
      id: 'amount',
      header: t.payments_column_amount(),
      align: 'end',
      cell: (row) =>
        row.amount === null ? (
          t.value_none()
        ) : (
          <MoneyText amount={row.kind === 'refund' ? -row.amount : row.amount} className="font-medium" />
        ),
    },
    {
      id: 'state',
      header: t.payments_column_state(),
      card: 'aside',
      width: 'whitespace-nowrap',
      cell: (row) => {
        const { text, tone } = entryState(row, t);
        return <StatusBadge tone={tone}>{text}</StatusBadge>;
      },
    },
    {
      id: 'ask',
      header: t.payments_column_ask(),
      align: 'end',
      cell: ({ kind, orderId, settledAt }) =>
        kind === 'payment' &&
        orderId &&
        settledAt === null && (
          <IconButton
            size="sm"
            label={t.payments_ask()}
            icon={<RefreshCw aria-hidden />}
            onPress={() => check.mutate({ orderId })}
          />
        ),
    },
  ];
  const names = {
    attention: t.payments_tab_attention(),
    open: t.payments_tab_open(),
    done: t.payments_tab_done(),
    ended: t.payments_tab_ended(),
  };
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.payments_title()}</h1>
        <SectionTabs section="payments" />
        <SearchField
          live
          className="w-full md:w-96"
          label={t.payments_search()}
          placeholder={t.payments_search()}
          value={q ?? ''}
          onSearch={(text) => change({ q: text || undefined })}
        />
        <Tabs
          label={t.payments_title()}
          value={tab ?? 'all'}
          onValueChange={(next) => change({ tab: next === 'all' ? undefined : next })}
          items={[
            { key: 'all', label: t.payments_tab_all() },
            ...(['attention', 'open', 'done', 'ended'] as const).map((key) => ({
              key,
              label: names[key],
              count: counts?.[key],
            })),
          ]}
        />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-2 p-4">
        <DataTable
          label={t.payments_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          busy={money.isFetching}
          className="min-h-0 flex-1"
          onOpen={({ orderId }) => {
            if (orderId) void navigate({ to: '/orders/$orderId', params: { orderId } });
          }}
          error={money.error && !money.data && <LoadError error={money.error} onRetry={() => void money.refetch()} />}
          empty={
            <EmptyState icon={<CircleCheck aria-hidden />} title={t.payments_empty()}>
              {tab === 'attention' ? t.payments_empty_attention() : t.payments_empty_body()}
            </EmptyState>
          }
        />
        {total !== undefined && total > 0 && (
          <Pagination
            page={page}
            pageSize={PAGE_SIZE}
            total={total}
            onPage={(next) => change({ page: next })}
            summary={t.payments_count({ n: quantity(total) })}
          />
        )}
      </div>
    </div>
  );
};
