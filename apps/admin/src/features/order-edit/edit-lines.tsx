import { checkQuantity, stepsOf } from '@tradeline/domain/catalog';
import { Badge, IconButton, QuantityField } from '@tradeline/ui';
import { Trash2, Undo2 } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { quantityProblemText } from '../../lib/quantity-words.ts';
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
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const goods = edit.goodsOf(line);
  const old = order.lines.find(({ skuId, isGift }) => skuId === line.skuId && !isGift);
  const name = say(old?.name ?? goods?.productName ?? { zh: line.skuId });
  const options = old ? say(old.optionText) : goods ? optionText(goods.axes, goods.options, say) : '';
  const unit = say(old?.unit ?? goods?.unit ?? { zh: '' });
  const rules = {
    minimum: goods?.minQuantity ?? 1,
    multiple: goods?.multiple ?? 1,
    maximum: goods?.maxQuantity ?? undefined,
  };
  const checked = checkQuantity(line.quantity ?? 0, rules);
  const gone = line.quantity === 0;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-start gap-x-4 px-4 py-3">
      <div className="min-w-0">
        <p className={gone ? 'text-faint line-through' : 'font-medium'}>
          {name} <span className="font-normal text-muted">{options}</span>
        </p>
        <p className="tabular text-sm text-faint">{old?.itemNumber ?? goods?.itemNumber}</p>
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
      {gone ? (
        <span />
      ) : (
        <QuantityField
          label={`${name} ${options}`.trim()}
          value={line.quantity}
          onValueChange={(value) => edit.set(line.skuId, value === 0 ? undefined : value)}
          above={stepsOf(rules).above}
          below={stepsOf(rules).below}
          problem={checked.ok ? undefined : quantityProblemText(checked.error, words)}
          suggestions={checked.ok ? [] : checked.error.nearest}
          unit={unit}
          size="sm"
        />
      )}
      <IconButton
        size="sm"
        label={gone ? t.ordering_edit_restore({ name }) : t.ordering_edit_remove({ name })}
        icon={gone ? <Undo2 aria-hidden /> : <Trash2 aria-hidden />}
        onPress={() => edit.set(line.skuId, gone ? line.before || (goods?.minQuantity ?? 1) : 0)}
      />
    </li>
  );
};
