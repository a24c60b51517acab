import { Link } from '@tanstack/react-router';
import { type Column, cx, DayText } from '@tradeline/ui';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type StockRow = Outputs['stock']['list']['rows'][number];

/** A SKU and its figures; what there is nothing of is told in a quieter ink. */
export const useStockColumns = (onOpen: (row: StockRow) => void): Column<StockRow>[] => {
  const { t, quantity } = useWords();
  const figure = (n: number) => <span className={cx('tabular', n === 0 && 'text-faint')}>{quantity(n)}</span>;
  const column = (id: string, header: string, read: (row: StockRow) => number, width = ''): Column<StockRow> => ({
    id,
    header,
    align: 'end',
    width: cx('whitespace-nowrap', width),
    card: id === 'onHand' || id === 'reserved' ? 'line' : 'hidden',
    cell: (row) => figure(read(row)),
  });
  return [
    {
      id: 'goods',
      header: t.stock_goods(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => (
        <GoodsCell
          goods={row}
          link={(name) => (
            <Link
              to="/stock/$skuId"
              params={{ skuId: row.skuId }}
              onClick={() => onOpen(row)}
              className="font-medium hover:underline md:line-clamp-1"
            >
              {name}
            </Link>
          )}
        />
      ),
    },
    {
      id: 'available',
      header: t.stock_available(),
      align: 'end',
      card: 'aside',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span
          title={row.lowSites > 0 ? t.stock_low_sites({ count: row.lowSites }) : undefined}
          className={cx(
            'tabular font-medium',
            row.available <= 0 ? 'text-danger-ink' : row.lowSites > 0 && 'text-warning-ink',
          )}
        >
          {quantity(row.available)}
        </span>
      ),
    },
    column('onHand', t.stock_on_hand(), (row) => row.onHand),
    column('reserved', t.stock_reserved(), (row) => row.reserved),
    column('allocated', t.stock_allocated(), (row) => row.allocated),
    column('quarantine', t.stock_quarantine(), (row) => row.quarantine, 'hidden lg:table-cell'),
    column('transit', t.stock_transit(), (row) => row.inTransitIn, 'hidden lg:table-cell'),
    column('safety', t.stock_safety(), (row) => row.safety, 'hidden xl:table-cell'),
    {
      id: 'next',
      header: t.stock_next(),
      card: 'hidden',
      width: 'whitespace-nowrap hidden xl:table-cell',
      cell: ({ nextReceipt }) =>
        nextReceipt ? (
          <span className="text-muted">
            <DayText day={nextReceipt.on} /> · <span className="tabular">{quantity(nextReceipt.units)}</span>
          </span>
        ) : (
          <span className="text-faint">{t.value_none()}</span>
        ),
    },
  ];
};
