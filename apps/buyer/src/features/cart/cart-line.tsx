import { Link } from '@tanstack/react-router';
import type { PricedLine } from '@tradeline/domain/order';
import { Badge, Button, IconButton, MoneyText, UnitPriceText } from '@tradeline/ui';
import { CircleHelp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { optionText, rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { PriceTrace } from '../../lib/price-trace.tsx';
import { quantityRuleTexts } from '../../lib/quantity-words.ts';
import { SkuQuantity } from '../../lib/sku-quantity.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import { useWords } from '../../lib/words.ts';
import type { LineProblem } from './line-problem.ts';
import type { CartItem } from './use-cart.ts';

/** One line of the cart: what, how many, what it costs me and why, and what is in its way. */
export const CartLine = ({
  item,
  quantity,
  line,
  problem,
  onQuantity,
  onRemove,
}: {
  item: CartItem;
  quantity: number | undefined;
  line: PricedLine | undefined;
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
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 gap-y-2.5 p-3 md:p-4 lg:grid-cols-[4rem_minmax(0,1fr)_auto_8.5rem] lg:gap-x-5">
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
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-faint">
          {item.withdrawn ? (
            <Badge tone="danger">{t.cart_withdrawn()}</Badge>
          ) : (
            <>
              <StockText available={item.available} least={sku.minQuantity} unit={unit} />
              {quantityRuleTexts(rules, words, unit).map((rule) => (
                <span key={rule}>{rule}</span>
              ))}
            </>
          )}
        </p>
        {problem && problem.kind !== 'quantity' && problem.kind !== 'withdrawn' && (
          <p role="status" className="mt-1 text-sm text-danger-ink">
            {problem.text}
            {problem.kind === 'stock' && item.available >= sku.minQuantity && (
              <Button look="link" size="inline" className="ml-2" onPress={() => onQuantity(lastValid(item))}>
                {words.quantity(lastValid(item), unit)}
              </Button>
            )}
          </p>
        )}
      </div>
      <div className="col-span-2 flex items-start justify-between gap-3 lg:col-span-1 lg:block">
        {!item.withdrawn && (
          <SkuQuantity
            name={`${name} ${options}`}
            rules={rules}
            value={quantity}
            onValueChange={onQuantity}
            unit={unit}
            size="sm"
          />
        )}
        {line && (
          <p className="mt-1 flex items-center justify-end gap-0.5 text-sm text-muted lg:justify-start">
            <UnitPriceText price={line.unitPriceE4} unit={unit} />
            <IconButton
              size="sm"
              label={t.cart_why()}
              icon={<CircleHelp aria-hidden />}
              onPress={() => setAsking(true)}
            />
          </p>
        )}
      </div>
      <div className="col-span-2 flex items-center justify-end gap-2 lg:col-span-1 lg:flex-col lg:items-end lg:justify-start">
        {line && <MoneyText amount={line.net} className="text-md font-semibold" />}
        <IconButton
          size="sm"
          className="-mr-1.5 hidden lg:inline-flex"
          label={`${t.remove()} ${name}`}
          icon={<Trash2 aria-hidden />}
          onPress={onRemove}
        />
      </div>
      {line && (
        <PriceTrace open={asking} onOpenChange={setAsking} line={line} name={`${name} ${options}`.trim()} unit={unit} />
      )}
    </li>
  );
};

/** The largest quantity that both the rules and the stock allow. */
const lastValid = ({ available, sku }: CartItem): number => {
  const step = sku.multiple;
  return Math.floor(Math.min(available, sku.maxQuantity ?? available) / step) * step;
};
