import { Link, useNavigate } from '@tanstack/react-router';
import {
  Badge,
  Button,
  type Column,
  DataTable,
  Drawer,
  EmptyState,
  MoneyText,
  Pagination,
  SearchField,
  StatusBadge,
} from '@tradeline/ui';
import { SearchX, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { customerStatusText, customerStatusTone } from '../../lib/customer-words.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { useListKeys } from '../../lib/list-keys.ts';
import { rememberList, useReturnToRow } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { CreditBrief } from './credit-brief.tsx';
import { CustomerFilters } from './customer-filters.tsx';
import {
  activeFilters,
  type ChangeSearch,
  type CustomerSearch,
  customersInput,
  noFilters,
  PAGE_SIZE,
} from './customer-search.ts';

type Row = Outputs['customers']['list']['rows'][number];

/** The customers I look after, the best of the last year first. */
export const CustomersPage = ({ search }: { search: CustomerSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/customers/' });
  const maySeeCredit = useMay('credit.read');
  const [filtering, setFiltering] = useState(false);
  const customers = trpc.customers.list.useQuery(customersInput(search), { placeholderData: (old) => old });
  const { rows, total } = customers.data ?? {};
  useListKeys();
  useReturnToRow('customers', rows !== undefined);
  const change: ChangeSearch = (next) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const narrowed = activeFilters(search);
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t.customers_column_name(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <Link to="/customers/$customerId" params={{ customerId: row.id }} className="font-medium hover:underline">
            {row.name}
          </Link>
          <span className="tabular text-sm text-faint">{row.number}</span>
        </span>
      ),
    },
    {
      id: 'level',
      header: t.customers_column_level(),
      width: 'hidden whitespace-nowrap lg:table-cell',
      cell: (row) => <Badge>{levelText(row.level, t)}</Badge>,
    },
    {
      id: 'group',
      header: t.customers_column_group(),
      card: 'hidden',
      width: 'hidden whitespace-nowrap lg:table-cell',
      cell: (row) => (row.groupName ? say(row.groupName) : t.value_none()),
    },
    {
      id: 'region',
      header: t.customers_column_region(),
      card: 'hidden',
      width: 'hidden whitespace-nowrap xl:table-cell',
      cell: (row) => row.region || t.value_none(),
    },
    {
      id: 'contact',
      header: t.customers_column_contact(),
      width: 'hidden whitespace-nowrap lg:table-cell',
      cell: (row) => (
        <span>
          {row.contactName} <span className="tabular text-muted">{row.phone}</span>
        </span>
      ),
    },
    {
      id: 'orders',
      header: t.customers_column_year_orders(),
      align: 'end',
      cell: (row) => quantity(row.yearOrders),
    },
    {
      id: 'year',
      header: t.customers_column_year(),
      align: 'end',
      cell: (row) => <MoneyText amount={row.yearAmount} className="font-medium" />,
    },
    ...(maySeeCredit
      ? [
          {
            id: 'credit',
            header: t.customers_column_credit(),
            width: 'min-w-40',
            cell: (row: Row) => <CreditBrief credit={row.credit} />,
          } satisfies Column<Row>,
        ]
      : []),
    {
      id: 'status',
      header: t.customers_column_status(),
      card: 'aside',
      cell: (row) => (
        <StatusBadge tone={customerStatusTone(row.status)}>{customerStatusText(row.status, t)}</StatusBadge>
      ),
    },
  ];
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 pb-2 md:px-4 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.customers_title()}</h1>
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            live
            className="min-w-0 flex-1 md:w-72 md:flex-none"
            label={t.customers_search_label()}
            placeholder={t.customers_search()}
            value={search.q ?? ''}
            onSearch={(q) => change({ q: q || undefined })}
          />
          <Button className="md:hidden" onPress={() => setFiltering(true)}>
            <SlidersHorizontal aria-hidden />
            {t.filters()}
            {narrowed > 0 && (
              <span className="tabular rounded-full bg-accent px-1.5 text-xs text-on-accent">{narrowed}</span>
            )}
          </Button>
          <div className="hidden flex-wrap items-center gap-2 md:flex">
            <CustomerFilters search={search} onChange={change} />
            {(narrowed > 0 || search.q) && (
              <Button look="quiet" onPress={() => change(noFilters)}>
                <X aria-hidden />
                {t.filters_clear()}
              </Button>
            )}
          </div>
        </div>
      </header>
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={t.customers_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          onOpen={(row) => {
            rememberList('customers', search, row.id);
            void navigate({ to: '/customers/$customerId', params: { customerId: row.id } });
          }}
          busy={customers.isPlaceholderData}
          skeletonRows={12}
          error={
            customers.error && !customers.data ? (
              <LoadError error={customers.error} onRetry={() => void customers.refetch()} />
            ) : undefined
          }
          empty={
            <EmptyState
              icon={<SearchX aria-hidden />}
              title={t.customers_empty_title()}
              action={<Button onPress={() => change(noFilters)}>{t.filters_clear()}</Button>}
            >
              {t.customers_empty_body()}
            </EmptyState>
          }
        />
      </div>
      <footer className="flex min-h-12 items-center gap-4 border-t border-line px-4 py-1.5 text-sm md:px-4">
        <span className="hidden text-faint lg:block">{t.keys_hint()}</span>
        <div className="ml-auto flex-1 md:flex-none">
          {total !== undefined && (
            <Pagination
              page={search.page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(page) => change({ page })}
              summary={t.customers_count({ count: total, n: quantity(total) })}
            />
          )}
        </div>
      </footer>
      <Drawer side="bottom" open={filtering} onOpenChange={setFiltering} title={t.filters()}>
        <div className="flex flex-col gap-4">
          <CustomerFilters labelled search={search} onChange={change} />
        </div>
      </Drawer>
    </div>
  );
};
