import { Link } from '@tanstack/react-router';
import { stepsOf } from '@tradeline/domain/catalog';
import type { PricedLine } from '@tradeline/domain/order';
import type { TraceEntry } from '@tradeline/domain/promotion';
import { Badge, Button, IconButton, MoneyText, UnitPriceText } from '@tradeline/ui';
import { CircleHelp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { optionText, rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import type { LineProblem } from '../../lib/line-problem.ts';
import { Picture } from '../../lib/picture.tsx';
import { PriceTrace } from '../../lib/price-trace.tsx';
import { quantityRuleTexts } from '../../lib/quantity-words.ts';
import { SkuQuantity } from '../../lib/sku-quantity.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { unitText } from '../../lib/unit-text.ts';
import { useWords } from '../../lib/words.ts';
import type { CartItem } from './use-cart.ts';

/** One line of the cart: what, how many, what it costs me and why, and what is in its way. */
export const CartLine = ({
  item,
  quantity,
  line,
  trace,
  promotions,
  problem,
  onQuantity,
  onRemove,
}: {
  item: CartItem;
  quantity: number | undefined;
  line: PricedLine | undefined;
  trace: readonly TraceEntry[];
  promotions: Outputs['cart']['get']['promotions'];
  problem: LineProblem | undefined;
  onQuantity: (quantity: number | undefined) => void;
  onRemove: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const [asking, setAsking] = useState(false);
  const { sku } = item;
  const name = say(sku.productName);
  const options = optionText(sku.axes, sku.options, say);
  const unit = say(sku.unit);
  const rules = rulesOf(sku);
  // The largest quantity that both the rules and the stock allow.
  const most = item.stock.available === undefined ? undefined : stepsOf(rules).below(item.stock.available + 1);
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 gap-y-2.5 p-3 md:p-4 lg:grid-cols-[4rem_minmax(0,1fr)_12rem_9rem_auto] lg:gap-x-4">
      <Picture picture={sku.picture} sizes="64px" className="size-16" />
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-2">
          <Link
            to="/goods/$productId"
            params={{ productId: sku.productId }}
            search={{ sku: sku.id }}
            className="line-clamp-2 font-medium hover:underline"
          >
            {name}
          </Link>
          <IconButton
            size="sm"
            className="-mt-1.5 -mr-1.5 lg:hidden"
            label={`${t.remove()} ${name}`}
            icon={<Trash2 aria-hidden />}
            onPress={onRemove}
          />
        </div>
        <p className="text-sm text-muted">
          {options && <span className="mr-2">{options}</span>}
          <span className="text-faint">{sku.itemNumber}</span>
          {item.addedBy && <span className="ml-2 text-faint">{t.ordering_line_by({ name: item.addedBy })}</span>}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-faint">
          {item.withdrawn ? (
            <Badge tone="danger">{t.cart_withdrawn()}</Badge>
          ) : (
            <>
              <StockText stock={item.stock} unit={unit} />
              {quantityRuleTexts(rules, words, unit).map((rule) => (
                <span key={rule}>{rule}</span>
              ))}
            </>
          )}
        </p>
        {problem && problem.kind !== 'quantity' && problem.kind !== 'withdrawn' && (
          <p role="status" className="mt-1 text-sm text-danger-ink">
            {problem.text}
            {problem.kind === 'stock' && most !== undefined && (
              <Button look="link" size="inline" className="ml-2" onPress={() => onQuantity(most)}>
                {words.quantity(most, unit)}
              </Button>
            )}
          </p>
        )}
      </div>
      <div className="col-span-2 flex items-start justify-between gap-3 lg:contents">
        {item.withdrawn ? (
          <span />
        ) : (
          <SkuQuantity
            name={`${name} ${options}`}
            rules={rules}
            value={quantity}
            onValueChange={onQuantity}
            unit={unitText(sku, quantity, words)}
            size="sm"
          />
        )}
        <div className="text-right">
          {line && (
            <>
              <MoneyText amount={line.net} className="text-md font-semibold" />
              <p className="-mr-2 flex items-center justify-end text-sm text-muted">
                <UnitPriceText price={line.unitPriceE4} unit={unit} />
                <IconButton
                  size="sm"
                  className="-my-1.5"
                  label={t.cart_why()}
                  icon={<CircleHelp aria-hidden />}
                  onPress={() => setAsking(true)}
                />
              </p>
            </>
          )}
        </div>
      </div>
      <IconButton
        size="sm"
        className="-mt-1.5 -mr-1.5 hidden lg:inline-flex"
        label={`${t.remove()} ${name}`}
        icon={<Trash2 aria-hidden />}
        onPress={onRemove}
      />
      {line && (
        <PriceTrace
          open={asking}
          onOpenChange={setAsking}
          line={line}
          trace={trace}
          promotions={promotions}
          name={`${name} ${options}`.trim()}
          unit={unit}
        />
      )}
    </li>
  );
};
