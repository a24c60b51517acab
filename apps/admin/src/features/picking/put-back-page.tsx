import { Link } from '@tanstack/react-router';
import { Button, type Column, DataTable, DateText, EmptyState, toast, usePageTitle } from '@tradeline/ui';
import { PackageCheck } from 'lucide-react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { ListFrame } from '../../lib/list-frame.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { lotName } from '../../lib/lot-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Row = Outputs['picking']['putBacks'][number];

/** 放回货架: goods in the boxes of orders that were cancelled or closed, in the order in which the shelves are walked. */
export const PutBackPage = () => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  usePageTitle(t.fulfil_put_back());
  const list = trpc.picking.putBacks.useQuery();
  const put = trpc.picking.putBack.useMutation({
    onSuccess: ({ outcome }) => {
      if (outcome === 'booked') toast.success(t.fulfil_put_back_done());
      else toast(outcome === 'already' ? t.fulfil_put_back_already() : t.fulfil_put_back_elsewhere());
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => Promise.all([utils.picking.invalidate(), utils.stock.invalidate()]),
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
      id: 'place',
      header: t.fulfil_put_back_place(),
      width: 'min-w-36',
      cell: (row) => (
        <span>
          <span className="tabular font-medium">
            {row.bin ? [row.zone, row.bin].filter(Boolean).join(' · ') : t.fulfil_no_bin()}
          </span>
          <span className="block text-sm text-muted">{say(row.warehouseName)}</span>
        </span>
      ),
    },
    {
      id: 'units',
      header: t.fulfil_put_back_units(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span className="tabular font-medium">
          {quantity(row.units)} {say(row.unit)}
          {row.lots?.map((lot) => (
            <span key={lot.code} className="block text-sm font-normal text-muted">
              {lotName(lot.code, t)} × {quantity(lot.quantity)}
            </span>
          ))}
        </span>
      ),
    },
    {
      id: 'order',
      header: t.fulfil_order(),
      width: 'min-w-40',
      cell: (row) => (
        <span>
          <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="tabular font-medium hover:underline">
            {row.orderNumber}
          </Link>
          <DateText at={row.since} className="block text-sm text-muted" />
        </span>
      ),
    },
    {
      id: 'act',
      header: t.fulfil_act(),
      width: 'whitespace-nowrap',
      cell: (row) => (
        <Button
          size="sm"
          look="primary"
          pending={put.isPending && put.variables.id === row.id}
          aria-label={t.fulfil_put_back_of({ item: row.itemNumber, number: row.orderNumber })}
          onPress={() => put.mutate({ id: row.id })}
        >
          {t.fulfil_put_back_act()}
        </Button>
      ),
    },
  ];
  return (
    <ListFrame title={t.fulfil_put_back()} section="fulfilment">
      <DataTable
        className="md:h-full md:overflow-auto"
        label={t.fulfil_put_back()}
        columns={columns}
        rows={list.data}
        rowKey={(row) => row.id}
        rowName={(row) => `${row.orderNumber} ${row.itemNumber}`}
        error={list.error && !list.data && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
        empty={
          <EmptyState icon={<PackageCheck aria-hidden />} title={t.fulfil_put_back_none()}>
            {t.fulfil_put_back_none_body()}
          </EmptyState>
        }
      />
    </ListFrame>
  );
};
