import { Badge, IconButton } from '@tradeline/ui';
import { Trash2, Undo2 } from 'lucide-react';
import { optionText, rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { SkuQuantity } from '../../lib/sku-quantity.tsx';
import { useWords } from '../../lib/words.ts';
import type { Edit, EditLine, Order } from './use-edit.ts';

/** The lines as they shall be: quantities, what was there before, and what was taken out with the way back. */
export const EditLines = ({ order, edit }: { order: Order; edit: Edit }) => (
  <ul className="divide-y divide-line">
    {edit.lines.map((line) => (
      <Line key={line.skuId} line={line} order={order} edit={edit} />
    ))}
  </ul>
);

const Line = ({ line, order, edit }: { line: EditLine; order: Order; edit: Edit }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const goods = edit.goodsOf(line);
  const old = order.lines.find(({ skuId, isGift }) => skuId === line.skuId && !isGift);
  const name = say(old?.name ?? goods?.productName ?? { zh: line.skuId });
  const options = old ? say(old.optionText) : goods ? optionText(goods.axes, goods.options, say) : '';
  const unit = say(old?.unit ?? goods?.unit ?? { zh: '' });
  const gone = line.quantity === 0;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="min-w-0">
        <p className={gone ? 'text-faint line-through' : 'font-medium'}>{name}</p>
        <p className="text-sm text-muted">
          {options && <span className="mr-2">{options}</span>}
          <span className="text-faint">{old?.itemNumber ?? goods?.itemNumber}</span>
        </p>
        <p className="mt-1 text-sm text-muted">
          {line.before === 0 ? (
            <Badge tone="success">{t.ordering_edit_new()}</Badge>
          ) : gone ? (
            t.ordering_edit_gone({ quantity: quantity(line.before, unit) })
          ) : (
            line.quantity !== line.before && t.ordering_edit_was({ quantity: quantity(line.before, unit) })
          )}
        </p>
      </div>
      {!gone && (
        <div className="col-span-2 row-start-2 md:col-span-1 md:col-start-2 md:row-start-1">
          <SkuQuantity
            name={`${name} ${options}`.trim()}
            rules={rulesOf(goods ?? { minQuantity: 1, multiple: 1, maxQuantity: null })}
            value={line.quantity}
            unit={unit}
            size="sm"
            onValueChange={(value) => edit.set(line.skuId, value === 0 ? undefined : value)}
          />
        </div>
      )}
      <IconButton
        size="sm"
        className="col-start-2 row-start-1 -mt-1 -mr-2 md:col-start-3"
        label={gone ? t.ordering_edit_restore({ name }) : t.ordering_edit_remove({ name })}
        icon={gone ? <Undo2 aria-hidden /> : <Trash2 aria-hidden />}
        onPress={() => edit.set(line.skuId, gone ? line.before || (goods?.minQuantity ?? 1) : 0)}
      />
    </li>
  );
};
