import { Badge, Card, CardHeader, cx, EmptyState, Tooltip } from '@tradeline/ui';
import { TriangleAlert } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import type { Asked } from '../../lib/ledger-drawer.tsx';
import { optionText } from '../../lib/option-text.ts';
import { quantityRuleTexts } from '../../lib/quantity-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Product } from './product-page.tsx';

const head = 'h-9 border-b border-line px-3 first:pl-4 last:pr-4 text-sm font-medium whitespace-nowrap text-muted';
const cell = 'border-b border-line px-3 first:pl-4 last:pr-4 py-1.5 align-top';

type Balance = Product['stock'][number];
const available = (row: Balance): number => row.onHand - row.reserved - row.allocated;

/** Stock of every SKU in every warehouse. Each figure opens the ledger behind it. */
export const StockTable = ({ product, onAsk }: { product: Product; onAsk: (asked: Asked) => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const sites = [...new Map(product.stock.map((row) => [row.warehouseId, row.warehouseName]))];
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t.product_skus()} aside={<span className="hidden sm:inline">{t.product_stock_hint()}</span>} />
      {product.skus.length === 0 ? (
        <EmptyState title={t.product_no_stock()} />
      ) : (
        <div className="relative overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={cx(head, 'text-left')}>
                  {t.product_item()}
                </th>
                <th scope="col" className={cx(head, 'hidden text-left xl:table-cell')}>
                  {t.product_rules()}
                </th>
                {sites.map(([id, name]) => (
                  <th key={id} scope="col" className={cx(head, 'text-right')}>
                    {say(name)}
                  </th>
                ))}
                <th scope="col" className={cx(head, 'text-right')}>
                  {t.product_total()}
                </th>
              </tr>
            </thead>
            <tbody>
              {product.skus.map((sku) => {
                const rows = product.stock.filter((row) => row.skuId === sku.id);
                const options = optionText(product.axes, sku.options, say);
                const name = options || sku.itemNumber;
                const unit = say(sku.unit);
                const rules = quantityRuleTexts(
                  { minimum: sku.minQuantity, multiple: sku.multiple, maximum: sku.maxQuantity ?? undefined },
                  words,
                  unit,
                );
                return (
                  <tr key={sku.id}>
                    <th scope="row" className={cx(cell, 'text-left font-normal')}>
                      <span className="flex flex-wrap items-center gap-x-2">
                        <span className="font-medium whitespace-nowrap">{name}</span>
                        {sku.status === 'withdrawn' && <Badge tone="warning">{t.product_withdrawn()}</Badge>}
                      </span>
                      <span className="tabular block text-sm whitespace-nowrap text-faint">
                        {options ? sku.itemNumber : unit}
                      </span>
                    </th>
                    <td className={cx(cell, 'hidden text-sm text-muted xl:table-cell')}>
                      {rules.length > 0 ? rules.join(' · ') : t.value_none()}
                    </td>
                    {sites.map(([id, site]) => {
                      const row = rows.find((each) => each.warehouseId === id);
                      return (
                        <td key={id} className={cx(cell, 'text-right')}>
                          {row ? (
                            <Figure
                              row={row}
                              label={`${sku.itemNumber} ${say(site)}`}
                              onPress={() =>
                                onAsk({ skuId: sku.id, warehouseId: id, item: `${sku.itemNumber} · ${say(site)}` })
                              }
                            />
                          ) : (
                            <span className="text-faint">{t.value_none()}</span>
                          )}
                        </td>
                      );
                    })}
                    <td className={cx(cell, 'text-right')}>
                      <button
                        type="button"
                        aria-label={`${sku.itemNumber} ${t.product_total()} ${quantity(rows.reduce((sum, row) => sum + available(row), 0))}`}
                        className="tabular -mx-2 rounded-sm px-2 py-0.5 font-semibold whitespace-nowrap hover:bg-hover hover:text-accent-ink"
                        onClick={() => onAsk({ skuId: sku.id, warehouseId: undefined, item: sku.itemNumber })}
                      >
                        {quantity(rows.reduce((sum, row) => sum + available(row), 0))}
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
};

/** Available units in front, what makes them below; yellow under the safety stock. */
const Figure = ({ row, label, onPress }: { row: Balance; label: string; onPress: () => void }) => {
  const { t, quantity } = useWords();
  const low = available(row) < row.safety;
  const parts = [
    `${t.product_on_hand()} ${quantity(row.onHand)}`,
    row.reserved > 0 ? `${t.product_reserved()} ${quantity(row.reserved)}` : '',
    row.allocated > 0 ? `${t.product_allocated()} ${quantity(row.allocated)}` : '',
    low ? t.product_below_safety({ safety: quantity(row.safety) }) : '',
  ].filter(Boolean);
  return (
    <Tooltip content={parts.join(' · ')}>
      <button
        type="button"
        onClick={onPress}
        className="tabular -mx-2 rounded-sm px-2 py-0.5 text-right whitespace-nowrap hover:bg-hover hover:text-accent-ink"
      >
        <span className="sr-only">
          {label}: {parts.join(', ')}, {t.product_available()}
        </span>
        <span className={cx('flex items-center justify-end gap-1 font-medium', low && 'text-warning-ink')}>
          {low && <TriangleAlert aria-hidden className="size-3.5" />}
          {quantity(available(row))}
        </span>
        <span className="block text-xs whitespace-nowrap text-faint">
          {row.reserved + row.allocated > 0
            ? `${quantity(row.onHand)} − ${quantity(row.reserved + row.allocated)}`
            : '\u00A0'}
        </span>
      </button>
    </Tooltip>
  );
};
