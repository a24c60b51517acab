import { useBilingual } from '../../lib/i18n.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import { useWords } from '../../lib/words.ts';
import type { Sku } from './product-page.tsx';

/** Stock as far as I am told: in all, when more comes, and warehouse by warehouse where the shop says so. */
export const ProductStock = ({ sku }: { sku: Sku }) => {
  const { t, day } = useWords();
  const say = useBilingual();
  const { stock } = sku;
  const unit = say(sku.unit);
  return (
    <div className="text-sm text-muted">
      <p className="flex flex-wrap gap-x-3">
        <StockText stock={stock} unit={unit} />
        {stock.state === 'low' && stock.expectedOn && (
          <span>{t.product_more_expected({ day: day(stock.expectedOn) })}</span>
        )}
      </p>
      {stock.warehouses && (
        <ul aria-label={t.product_stock_by_warehouse()} className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
          {stock.warehouses.map((warehouse) => (
            <li key={warehouse.id} className="flex gap-1.5">
              {say(warehouse.name)}
              <StockText stock={warehouse} unit={unit} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
