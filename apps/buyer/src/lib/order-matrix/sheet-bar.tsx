import { Button, cx, MoneyText, Skeleton } from '@tradeline/ui';
import { ShoppingCart } from 'lucide-react';
import { quantityProblemText } from '../quantity-words.ts';
import { useAddMany } from '../use-add-many.ts';
import { useWords } from '../words.ts';
import type { Sheet } from './use-sheet.ts';

/** What is filled in comes to, what is wrong with it and what would do, and the one press that puts it all into the cart. */
export const SheetBar = ({
  sheet,
  onAdded,
  className,
}: {
  sheet: Sheet;
  onAdded?: (() => void) | undefined;
  className?: string;
}) => {
  const words = useWords();
  const { t, quantity: count } = words;
  const { addMany, pending } = useAddMany();
  const { lines, ready, broken, priced } = sheet;
  const send = () =>
    addMany(
      ready.map(({ sku, quantity }) => ({ skuId: sku.id, quantity: quantity ?? 0 })),
      {
        nameOf: (skuId) => lines.find(({ sku }) => sku.id === skuId)?.label ?? '',
        onAdded: (skuIds) => {
          sheet.drop(skuIds);
          if (skuIds.length === lines.length) onAdded?.();
        },
        onUndone: () => {
          for (const { sku, label, quantity } of ready) sheet.set(sku, label, quantity);
        },
      },
    );
  return (
    <section aria-label={t.search_sheet()} className={cx('flex flex-col gap-2', className)}>
      {broken.length > 0 && (
        <ul className="flex max-h-32 flex-col gap-1 overflow-y-auto text-sm text-danger-ink">
          {broken.map(({ sku, label, checked }) => (
            <li key={sku.id} role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span>
                <span className="font-medium">{label}</span> {!checked.ok && quantityProblemText(checked.error, words)}
              </span>
              {!checked.ok &&
                checked.error.nearest.map((near) => (
                  <button
                    key={near}
                    type="button"
                    onClick={() => sheet.set(sku, label, near)}
                    className="tabular min-h-6 rounded-sm bg-danger-soft px-2 font-medium hover:underline"
                  >
                    {count(near)}
                  </button>
                ))}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center justify-end gap-x-5 gap-y-2">
        <p aria-live="polite" className="mr-auto text-sm text-muted">
          {ready.length === 0
            ? t.search_sheet_hint()
            : t.search_sheet_count({ lines: ready.length, units: count(sheet.units) })}
        </p>
        {ready.length > 0 && (
          <p className="flex items-baseline gap-2">
            {priced && priced.totals.goods > priced.totals.payable && (
              <span className="text-sm text-deal">
                {t.cart_discount()} <MoneyText amount={priced.totals.payable - priced.totals.goods} />
              </span>
            )}
            <span className="text-sm text-muted">{t.search_sheet_total()}</span>
            {priced ? (
              <MoneyText amount={priced.totals.payable} className="text-lg font-semibold" />
            ) : (
              sheet.pricing && <Skeleton className="w-20" />
            )}
          </p>
        )}
        <Button
          look="primary"
          pending={pending}
          disabledReason={
            lines.length === 0 ? t.search_sheet_hint() : ready.length === 0 ? t.cart_fix_first() : undefined
          }
          onPress={send}
        >
          <ShoppingCart aria-hidden />
          {ready.length > 0 ? t.search_sheet_add({ count: ready.length }) : t.goods_add()}
        </Button>
      </div>
    </section>
  );
};
