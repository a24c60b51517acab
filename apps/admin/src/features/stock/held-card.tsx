import { Link } from '@tanstack/react-router';
import { Badge, Card, CardHeader, DateText, DayText, EmptyState } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { SkuStock } from './balance-table.tsx';

const usePlace = (sku: SkuStock) => {
  const say = useBilingual();
  return (id: string): string => say(sku.balances.find(({ warehouseId }) => warehouseId === id)?.warehouseName);
};

/** Which orders hold the goods, the oldest first. */
export const HeldCard = ({ sku }: { sku: SkuStock }) => {
  const { t, quantity } = useWords();
  const placeOf = usePlace(sku);
  const mayOpen = useMay('order.read');
  return (
    <Card>
      <CardHeader
        title={t.stock_sku_holders()}
        aside={<span className="tabular">{quantity(sku.holders.length)}</span>}
      />
      {sku.holders.length === 0 && <EmptyState className="py-8" title={t.stock_sku_holders_empty()} />}
      <ul className="divide-y divide-line">
        {sku.holders.map((holder) => (
          <li
            key={`${holder.orderId} ${holder.warehouseId} ${holder.state}`}
            className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 px-4 py-2"
          >
            <span className="flex min-w-0 items-center gap-2">
              {mayOpen ? (
                <Link
                  to="/orders/$orderId"
                  params={{ orderId: holder.orderId }}
                  className="tabular font-medium text-accent-ink hover:underline"
                >
                  {holder.number}
                </Link>
              ) : (
                <span className="tabular font-medium">{holder.number}</span>
              )}
              <Badge tone={holder.state === 'allocated' ? 'accent' : 'neutral'}>
                {holder.state === 'allocated' ? t.stock_held_allocated() : t.stock_held_reserved()}
              </Badge>
            </span>
            <span className="tabular text-right font-medium">{quantity(holder.quantity)}</span>
            <span className="min-w-0 truncate text-sm text-muted">
              {[holder.companyName, placeOf(holder.warehouseId)].filter(Boolean).join(' · ')}
            </span>
            <DateText
              at={holder.placedAt}
              style={momentStyle(holder.placedAt)}
              className="text-right text-sm text-faint"
            />
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** Goods that are to come, the soonest first. */
export const ReceiptsCard = ({ sku }: { sku: SkuStock }) => {
  const { t, quantity } = useWords();
  const placeOf = usePlace(sku);
  return (
    <Card>
      <CardHeader title={t.stock_sku_receipts()} />
      {sku.receipts.length === 0 && <EmptyState className="py-8" title={t.stock_sku_receipts_empty()} />}
      <ul className="divide-y divide-line">
        {sku.receipts.map(({ id, warehouseId, units, expectedOn, reference }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 px-4 py-2">
            <span className="min-w-0">
              <DayText day={expectedOn} className="font-medium" />{' '}
              <span className="text-sm text-muted">
                {[placeOf(warehouseId), reference].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="tabular font-medium">{quantity(units)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
