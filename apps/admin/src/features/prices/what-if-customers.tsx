import { type Column, DataTable, Drawer, EmptyState, MoneyText, Pagination } from '@tradeline/ui';
import { useState } from 'react';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Subject } from './use-what-if.ts';
import { WhatIfDetails } from './what-if-details.tsx';
import type { Summary } from './what-if-words.tsx';

type Row = Outputs['prices']['whatIfCustomers']['rows'][number];
const SIZE = 50;

/** Customers whom a change concerns, those with the greatest effect first; pressing one shows his goods. */
export const WhatIfCustomers = ({ subject, summary }: { subject: Subject; summary: Summary }) => {
  const { t, quantity } = useWords();
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<Row>();
  const rows = trpc.prices.whatIfCustomers.useQuery({ subject, page, size: SIZE }, { placeholderData: (old) => old });
  const count = (n: number) => (n === 0 ? '·' : quantity(n));
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t.prices_column_customer(),
      card: 'title',
      width: 'w-full min-w-40',
      cell: (row) => (
        <span>
          <span className="font-medium">{row.name}</span>{' '}
          <span className="tabular text-sm text-faint">{row.number}</span>
        </span>
      ),
    },
    { id: 'dearer', header: t.prices_customer_dearer(), align: 'end', cell: (row) => count(row.dearer) },
    { id: 'cheaper', header: t.prices_customer_cheaper(), align: 'end', cell: (row) => count(row.cheaper) },
    { id: 'lost', header: t.prices_customer_lost(), align: 'end', cell: (row) => count(row.lost) },
    {
      id: 'sold',
      header: t.prices_fig_sold({ days: summary.sold.days }),
      align: 'end',
      cell: (row) => (row.soldAfter === row.soldBefore ? '·' : <MoneyText amount={row.soldAfter - row.soldBefore} />),
    },
    {
      id: 'cart',
      header: t.prices_customer_cart(),
      align: 'end',
      cell: (row) => (row.cartAfter === row.cartBefore ? '·' : <MoneyText amount={row.cartAfter - row.cartBefore} />),
    },
  ];
  return (
    <>
      <DataTable
        dense
        label={t.prices_tab_customers()}
        columns={columns}
        rows={rows.data?.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        onOpen={setOpen}
        busy={rows.isPlaceholderData}
        empty={<EmptyState title={t.prices_what_if_none()}>{t.prices_what_if_none_body()}</EmptyState>}
      />
      {rows.data && rows.data.total > 0 && (
        <div className="px-4 py-2">
          <Pagination
            page={page}
            pageSize={SIZE}
            total={rows.data.total}
            onPage={setPage}
            summary={t.prices_customers_count({ n: quantity(rows.data.total) })}
          />
        </div>
      )}
      <Drawer open={open !== undefined} onOpenChange={(next) => !next && setOpen(undefined)} title={open?.name ?? ''}>
        {open && <WhatIfDetails subject={subject} companyId={open.id} />}
      </Drawer>
    </>
  );
};
