import { Badge, Button, Card, CardHeader, cx, EmptyState, ScrollRegion, Skeleton, UnitPriceText } from '@tradeline/ui';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { optionText } from '../../lib/option-text.ts';
import { priceKindText } from '../../lib/price-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { WhyPrice } from '../../lib/why-price.tsx';
import { useWords } from '../../lib/words.ts';
import type { Product } from './product-page.tsx';

type Price = Outputs['catalog']['prices'][number];

const head = 'h-9 border-b border-line px-3 first:pl-4 last:pr-4 text-sm font-medium whitespace-nowrap text-muted';
const cell = 'border-b border-line px-3 first:pl-4 last:pr-4 py-1.5 align-top';

/** Every price of every SKU, list by list, tiers below each other. */
export const PriceTable = ({ product }: { product: Product }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const [asking, setAsking] = useState(false);
  const prices = trpc.catalog.prices.useQuery({ productId: product.id });
  const lists = [...new Map((prices.data ?? []).map((row) => [row.listId, row]))];
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t.product_prices()}
        aside={
          <Button size="sm" look="quiet" onPress={() => setAsking(true)}>
            <CircleHelp aria-hidden />
            {t.prices_why()}
          </Button>
        }
      />
      {asking && (
        <WhyPrice
          skuId={product.skus[0]?.id}
          quantity={product.skus[0]?.minQuantity}
          onClose={() => setAsking(false)}
        />
      )}
      {prices.error && <LoadError error={prices.error} onRetry={() => void prices.refetch()} />}
      {prices.isPending && <Skeleton className="m-4 h-24" />}
      {prices.data?.length === 0 && <EmptyState title={t.product_no_prices()} />}
      {lists.length > 0 && (
        <ScrollRegion label={t.product_prices()} className="overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={cx(head, 'text-left')}>
                  {t.product_item()}
                </th>
                {lists.map(([id, list]) => (
                  <th key={id} scope="col" className={cx(head, 'h-11 text-right')}>
                    <span className="block text-ink">{say(list.listName)}</span>
                    <span className="block text-xs font-normal">{priceKindText(list.kind as never, t)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {product.skus.map((sku) => (
                <tr key={sku.id}>
                  <th scope="row" className={cx(cell, 'text-left font-normal')}>
                    <span className="block font-medium whitespace-nowrap">
                      {optionText(product.axes, sku.options, say) || sku.itemNumber}
                    </span>
                    <span className="tabular block text-sm whitespace-nowrap text-faint">{sku.itemNumber}</span>
                  </th>
                  {lists.map(([id]) => (
                    <td key={id} className={cx(cell, 'text-right')}>
                      <Tiers
                        unit={say(sku.unit)}
                        rows={(prices.data ?? []).filter((row) => row.skuId === sku.id && row.listId === id)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );

  function Tiers({ rows, unit }: { rows: readonly Price[]; unit: string }) {
    if (rows.length === 0) return <span className="text-faint">{t.value_none()}</span>;
    return (
      <ul className="flex flex-col gap-0.5">
        {rows.map((row) => (
          <li key={row.minQuantity} className="flex items-baseline justify-end gap-2">
            {row.minQuantity > 1 && <Badge>{t.trace_from({ quantity: quantity(row.minQuantity), unit })}</Badge>}
            <UnitPriceText price={row.unitPriceE4} currency={row.currency} />
          </li>
        ))}
      </ul>
    );
  }
};
