import { Link } from '@tanstack/react-router';
import { type Column, MoneyText, RelativeTime, StatusBadge } from '@tradeline/ui';
import { returnReasonText, returnStateText, returnStateTone } from '../../lib/return-words.ts';
import type { Outputs } from '../../lib/trpc.ts';
import type { Words } from '../../lib/words.ts';

type Row = Outputs['returns']['list']['rows'][number];

export const returnColumns = ({ t, quantity }: Words): Column<Row>[] => [
  {
    id: 'number',
    header: t.returns_number(),
    card: 'title',
    width: 'whitespace-nowrap',
    cell: (row) => (
      <Link to="/returns/$returnId" params={{ returnId: row.id }} className="tabular font-medium hover:underline">
        {row.number}
      </Link>
    ),
  },
  {
    id: 'state',
    header: t.returns_status(),
    card: 'aside',
    width: 'whitespace-nowrap',
    cell: (row) => <StatusBadge tone={returnStateTone(row.state)}>{returnStateText(row.state, t)}</StatusBadge>,
  },
  { id: 'customer', header: t.returns_customer(), width: 'w-full min-w-40', cell: (row) => row.companyName },
  {
    id: 'order',
    header: t.returns_order(),
    width: 'whitespace-nowrap',
    cell: (row) => (
      <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="tabular hover:underline">
        {row.orderNumber}
      </Link>
    ),
  },
  {
    id: 'reason',
    header: t.returns_reason(),
    width: 'whitespace-nowrap',
    cell: (row) => returnReasonText(row.reason, t),
  },
  {
    id: 'wish',
    header: t.returns_wanted(),
    width: 'hidden whitespace-nowrap xl:table-cell',
    cell: (row) => (row.wish === 'refund' ? t.returns_wish_refund() : t.returns_wish_replace()),
  },
  { id: 'units', header: t.returns_units(), align: 'end', cell: (row) => quantity(row.units) },
  {
    id: 'at',
    header: t.returns_requested_at(),
    width: 'whitespace-nowrap',
    cell: (row) => <RelativeTime at={row.requestedAt} />,
  },
  {
    id: 'granted',
    header: t.returns_granted(),
    align: 'end',
    cell: (row) => (row.state === 'refunded' ? <MoneyText amount={row.granted} currency={row.currency} /> : '–'),
  },
];
