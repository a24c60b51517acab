import { Link } from '@tanstack/react-router';
import { Badge, Button, type Column, DataTable, EmptyState, toast, usePageTitle } from '@tradeline/ui';
import { PackageCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { levelText } from '../../lib/level-words.ts';
import { ListFrame } from '../../lib/list-frame.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { shortRestText } from './picking-words.ts';

type Row = Outputs['picking']['owed'][number];

/** 欠货: what orders are owed, who is served first when goods come, and what waits for a word of sales. */
export const OwedPage = ({
  closeRest,
}: {
  /** Asks whether the rest of an order shall be given up. */
  closeRest: (orderId: string, onClose: () => void) => ReactNode;
}) => {
  const words = useWords();
  const { t, quantity, day } = words;
  const utils = trpc.useUtils();
  const mayServe = useMay('order.pick');
  const mayClose = useMay('order.close-rest');
  const [closing, setClosing] = useState<string>();
  usePageTitle(t.fulfil_owed());
  const owed = trpc.picking.owed.useQuery();
  const release = trpc.picking.release.useMutation({
    onSuccess: () => toast.success(t.fulfil_released()),
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => Promise.all([utils.picking.invalidate(), utils.orders.invalidate()]),
  });
  const columns: Column<Row>[] = [
    {
      id: 'goods',
      header: t.fulfil_goods(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => <GoodsCell goods={row} />,
    },
    {
      id: 'order',
      header: t.fulfil_order(),
      width: 'min-w-40',
      cell: (row) => (
        <span>
          <span className="flex items-center gap-2 max-md:justify-end">
            <Link
              to="/orders/$orderId"
              params={{ orderId: row.orderId }}
              className="tabular font-medium hover:underline"
            >
              {row.orderNumber}
            </Link>
            {row.priority > 0 && <Badge tone="danger">{t.fulfil_urgent()}</Badge>}
          </span>
          <span className="block text-sm text-muted">
            {row.companyName} {levelText(row.level, t)}
          </span>
        </span>
      ),
    },
    {
      id: 'owed',
      header: t.fulfil_owed_units(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => <span className="tabular font-medium">{quantity(row.owed)}</span>,
    },
    {
      id: 'available',
      header: t.fulfil_free(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span className="tabular">
          {quantity(row.available)}
          {row.expectedOn && (
            <span className="block text-sm text-muted">{t.fulfil_expected({ day: day(row.expectedOn) })}</span>
          )}
        </span>
      ),
    },
    { id: 'rest', header: t.fulfil_rest(), width: 'min-w-32', cell: (row) => shortRestText[row.rest](t) },
    {
      id: 'act',
      header: t.fulfil_act(),
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span className="flex flex-wrap justify-end gap-2">
          {mayServe && (
            <Button
              size="sm"
              pending={release.isPending && release.variables.lineId === row.lineId}
              aria-label={t.fulfil_release_of({ item: row.itemNumber, number: row.orderNumber })}
              disabledReason={row.available > 0 ? undefined : t.fulfil_none_free()}
              onPress={() => release.mutate({ lineId: row.lineId })}
            >
              {t.fulfil_release()}
            </Button>
          )}
          {mayClose && (
            <Button
              size="sm"
              aria-label={t.fulfil_close_rest_of({ number: row.orderNumber })}
              disabledReason={row.sent ? undefined : t.fulfil_close_rest_not_sent()}
              onPress={() => setClosing(row.orderId)}
            >
              {t.desk_rest()}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <ListFrame title={t.fulfil_owed()} section="fulfilment">
      <DataTable
        className="md:h-full md:overflow-auto"
        label={t.fulfil_owed()}
        columns={columns}
        rows={owed.data}
        rowKey={(row) => row.lineId}
        rowName={(row) => `${row.orderNumber} ${row.itemNumber}`}
        error={owed.error && !owed.data && <LoadError error={owed.error} onRetry={() => void owed.refetch()} />}
        empty={
          <EmptyState icon={<PackageCheck aria-hidden />} title={t.fulfil_owed_none()}>
            {t.fulfil_owed_none_body()}
          </EmptyState>
        }
      />
      {closing !== undefined && closeRest(closing, () => setClosing(undefined))}
    </ListFrame>
  );
};
