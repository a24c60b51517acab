import { Link } from '@tanstack/react-router';
import { Badge, IconButton, UnitPriceText } from '@tradeline/ui';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { optionText, rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { SkuQuantity } from '../../lib/sku-quantity.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import { useWords } from '../../lib/words.ts';
import type { List } from './list-page.tsx';

/** One of the goods of a list. A quantity that is left empty means the least that can be ordered. */
export const ListRow = ({
  item,
  own,
  onQuantity,
  onRemove,
  onUp,
  onDown,
}: {
  item: List['items'][number];
  own: boolean;
  onQuantity: (quantity: number | null) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}) => {
  const { t, quantity: count } = useWords();
  const say = useBilingual();
  const [typed, setTyped] = useState<number | null | undefined>(item.quantity);
  const name = say(item.productName);
  const options = optionText(item.axes, item.options, say);
  const unit = say(item.unit);
  const { offered } = item;
  // What is typed is kept after a short rest, and only when it is another than what is kept.
  const wanted = typed || null;
  const keep = useRef(onQuantity);
  const unkept = useRef<{ quantity: number | null }>(undefined);
  useEffect(() => {
    keep.current = onQuantity;
  });
  useEffect(() => {
    unkept.current = wanted === item.quantity ? undefined : { quantity: wanted };
    if (wanted === item.quantity) return;
    const timer = setTimeout(() => {
      unkept.current = undefined;
      keep.current(wanted);
    }, 500);
    return () => clearTimeout(timer);
  }, [wanted, item.quantity]);
  // Who leaves the list at once has typed it all the same.
  useEffect(
    () => () => {
      if (unkept.current) keep.current(unkept.current.quantity);
    },
    [],
  );
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 p-3 md:grid-cols-[3.5rem_minmax(0,1fr)_8rem_12rem_6.5rem] md:px-4">
      <Picture picture={item.picture} sizes="56px" className="size-14" />
      <div className="min-w-0">
        <Link
          to="/goods/$productId"
          params={{ productId: item.productId }}
          search={{ sku: item.skuId }}
          className="line-clamp-2 font-medium hover:underline"
        >
          {name}
        </Link>
        <p className="text-sm text-muted">
          {options && <span className="mr-2">{options}</span>}
          <span className="text-faint">{item.itemNumber}</span>
        </p>
        {offered ? <StockText stock={offered.stock} unit={unit} /> : <Badge tone="danger">{t.lists_gone()}</Badge>}
      </div>
      <div className="text-right">
        {offered?.price && <UnitPriceText price={offered.price.unitPriceE4} unit={unit} className="font-semibold" />}
      </div>
      <div className="col-span-2 md:col-span-1">
        {own && offered ? (
          <SkuQuantity
            name={`${name} ${options}`}
            rules={rulesOf(offered)}
            value={typed ?? undefined}
            onValueChange={setTyped}
            unit={unit}
            size="sm"
            noneAllowed
          />
        ) : (
          <span className="tabular text-muted">
            {item.quantity === null ? t.lists_no_quantity() : count(item.quantity, unit)}
          </span>
        )}
      </div>
      {own && (
        <div className="flex justify-end">
          {onUp && (
            <IconButton size="sm" label={t.lists_move_up({ name })} icon={<ArrowUp aria-hidden />} onPress={onUp} />
          )}
          {onDown && (
            <IconButton
              size="sm"
              label={t.lists_move_down({ name })}
              icon={<ArrowDown aria-hidden />}
              onPress={onDown}
            />
          )}
          <IconButton
            size="sm"
            label={t.lists_remove_item({ name })}
            icon={<Trash2 aria-hidden />}
            onPress={() => {
              unkept.current = undefined;
              onRemove();
            }}
          />
        </div>
      )}
    </li>
  );
};
