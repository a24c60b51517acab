import { Card, CardHeader, cx, EmptyState } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import type { Asked } from '../../lib/ledger-drawer.tsx';
import { type Figure, figureText } from '../../lib/ledger-words.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type SkuStock = Outputs['stock']['sku'];
type Balance = SkuStock['balances'][number];

const figures = [
  'available',
  'onHand',
  'reserved',
  'allocated',
  'quarantine',
  'inTransitIn',
  'inTransitOut',
] as const satisfies readonly Figure[];
const read = (row: Balance, figure: Figure): number =>
  figure === 'available' ? row.onHand - row.reserved - row.allocated : row[figure];

const cell = 'border-b border-line px-1.5 lg:px-2 first:pl-4 last:pr-4 py-1 text-right';

/** The figures of a SKU, a line a warehouse. Each opens the ledger behind it. */
export const BalanceTable = ({ sku, onAsk }: { sku: SkuStock; onAsk: (asked: Asked) => void }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const item = sku.itemNumber;
  const lines = [
    ...sku.balances.map((row) => ({
      key: row.warehouseId,
      place: say(row.warehouseName),
      warehouseId: row.warehouseId as string | undefined,
      safety: row.safety,
      of: (figure: Figure) => read(row, figure),
    })),
    {
      key: 'total',
      place: t.stock_sku_total(),
      warehouseId: undefined,
      safety: sku.balances.reduce((sum, row) => sum + row.safety, 0),
      of: (figure: Figure) => sku.balances.reduce((sum, row) => sum + read(row, figure), 0),
    },
  ];
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t.stock_sku_balances()}
        aside={<span className="hidden sm:inline">{t.stock_sku_hint()}</span>}
      />
      {sku.balances.length === 0 ? (
        <EmptyState title={t.stock_sku_never()} />
      ) : (
        <div className="relative overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr className="text-sm whitespace-nowrap text-muted">
                <th scope="col" className={cx(cell, 'h-9 text-left font-medium')}>
                  {t.stock_warehouse()}
                </th>
                {figures.map((figure) => (
                  <th key={figure} scope="col" className={cx(cell, 'font-medium')}>
                    {figureText(figure, t)}
                  </th>
                ))}
                <th scope="col" className={cx(cell, 'font-medium')}>
                  {t.stock_safety()}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, place, warehouseId, safety, of }) => (
                <tr key={key} className={cx(key === 'total' && 'bg-sunken/40 font-medium')}>
                  <th scope="row" className={cx(cell, 'text-left font-medium whitespace-nowrap')}>
                    {place}
                  </th>
                  {figures.map((figure) => {
                    const n = of(figure);
                    const short =
                      figure === 'available' && (n <= 0 ? 'text-danger-ink' : n < safety && 'text-warning-ink');
                    return (
                      <td key={figure} className={cell}>
                        <button
                          type="button"
                          aria-label={t.stock_figure_of({ figure: figureText(figure, t), units: quantity(n), place })}
                          onClick={() => onAsk({ skuId: sku.skuId, warehouseId, item, figure })}
                          className={cx(
                            'tabular -mr-1.5 min-h-9 rounded-sm px-1.5 hover:bg-hover hover:underline md:min-h-7',
                            figure === 'available' && 'font-medium',
                            short || (n === 0 && 'text-faint'),
                          )}
                        >
                          {quantity(n)}
                        </button>
                      </td>
                    );
                  })}
                  <td className={cx(cell, 'tabular', safety === 0 && 'text-faint')}>{quantity(safety)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
};
