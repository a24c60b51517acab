import { seemsToCover } from '@tradeline/domain/inventory';
import { Badge, Button, cx, IconButton, SelectField, UnitPriceText } from '@tradeline/ui';
import { formatUnitPrice } from '@tradeline/ui/format';
import { CircleAlert, CircleCheck, Undo2, X } from 'lucide-react';
import { optionText, rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { SkuQuantity } from '../../lib/sku-quantity.tsx';
import { StockText, shortText } from '../../lib/stock-text.tsx';
import { useWords } from '../../lib/words.ts';
import { amountProblemText } from './amount-problem-text.ts';
import { OtherWords } from './other-words.tsx';
import { type LineState, type PadGoods, type PadLine, priceAt } from './pad-lines.ts';
import { rowId } from './use-in-sight.ts';
import type { OrderPad } from './use-order-pad.ts';

/** One line to look through: what was written, what it means, how many, and what is still in its way. */
export const PadLineRow = ({ line, now, pad }: { line: PadLine; now: LineState; pad: OrderPad }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const named = (goods: PadGoods) =>
    [say(goods.productName), optionText(goods.axes, goods.options, say)].filter(Boolean).join(' · ');
  const goods = 'goods' in now ? now.goods : undefined;
  const quantity = now.state === 'ready' || now.state === 'rules' ? now.quantity : undefined;
  const short = quantity !== undefined && goods?.stock && !seemsToCover(goods.stock, quantity);
  const fine = now.state === 'ready' && !short;
  const assumed = now.state === 'ready' && now.assumed === true;
  const byWords = now.state === 'ready' && line.by === 'words';
  const doubt = assumed || byWords || (now.state === 'ready' && line.confidence === 'doubt' && !line.typed);
  const today = goods && quantity !== undefined ? priceAt(goods, quantity) : undefined;
  const changedPrice =
    line.was !== undefined && today !== undefined && today !== line.was ? { was: line.was, now: today } : undefined;
  if (now.state === 'skipped')
    return (
      <li className="flex items-center justify-between gap-3 px-4 py-2 text-sm text-faint">
        <span className="min-w-0 truncate line-through">{line.source}</span>
        <Button look="quiet" size="sm" onPress={() => pad.change(line.key, { skipped: false })}>
          <Undo2 aria-hidden />
          {t.pad_restore()}
        </Button>
      </li>
    );
  return (
    <li
      id={rowId(line.key)}
      className="grid scroll-mt-32 grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-2 px-4 py-3 md:grid-cols-[1.25rem_minmax(0,1fr)_auto_auto]"
    >
      {fine && !doubt ? (
        <CircleCheck aria-hidden className="mt-0.5 size-5 text-success-ink" />
      ) : (
        <CircleAlert aria-hidden className={cx('mt-0.5 size-5', fine ? 'text-info-ink' : 'text-warning-ink')} />
      )}
      <div className="min-w-0">
        {goods ? (
          <>
            <p className="font-medium">{named(goods)}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-faint">
              <span>{goods.itemNumber}</span>
              {goods.stock && <StockText stock={goods.stock} unit={say(goods.unit)} />}
              {goods.price && <UnitPriceText price={goods.price.unitPriceE4} unit={say(goods.unit)} />}
              {byWords && <Badge tone="info">{t.pad_by_words()}</Badge>}
              {assumed && <Badge tone="info">{t.pad_assumed()}</Badge>}
              {doubt && !assumed && !byWords && <Badge tone="info">{t.pad_look()}</Badge>}
            </p>
          </>
        ) : (
          <p className="font-medium">{line.reference || line.source}</p>
        )}
        {line.due ? (
          <p className="mt-0.5 text-sm text-muted">
            {t.pad_due({ times: line.due.times, usual: Math.round(line.due.usualDays), elapsed: line.due.elapsedDays })}
          </p>
        ) : (
          line.was === undefined && (
            <p className="mt-0.5 truncate text-sm text-muted" title={line.source}>
              {t.pad_written({ text: line.source.trim() })}
            </p>
          )
        )}
        {changedPrice && (
          <p
            className={cx(
              'mt-0.5 text-sm',
              changedPrice.now > changedPrice.was ? 'text-warning-ink' : 'text-success-ink',
            )}
          >
            {t.pad_was({
              was: formatUnitPrice(changedPrice.was, words.language),
              now: formatUnitPrice(changedPrice.now, words.language),
            })}
          </p>
        )}
        {now.state === 'not-found' && (
          <OtherWords
            problem={line.by === 'unlooked' ? t.pad_unlooked() : t.pad_not_found()}
            text={line.source.trim()}
            pending={pad.reading}
            onAgain={(text) => void pad.again(line.key, text)}
          />
        )}
        {(now.state === 'choose' || line.skuIds.length > 1) && (
          <SelectField
            className="mt-2 max-w-md"
            label={t.pad_choose({ count: line.skuIds.length })}
            value={line.chosen ?? ''}
            options={[
              ...(line.chosen ? [] : [{ value: '', label: t.pad_choose_one() }]),
              ...line.skuIds.flatMap((id) => {
                const each = pad.goods.get(id);
                return each ? [{ value: id, label: `${each.itemNumber} ${named(each)}` }] : [];
              }),
            ]}
            onValueChange={(chosen) => pad.change(line.key, { chosen: chosen || undefined })}
          />
        )}
        {(now.state === 'gone' || now.state === 'no-price') && (
          <p role="status" className="mt-1 text-sm text-danger-ink">
            {now.state === 'gone' ? t.cart_withdrawn() : t.pad_no_price()}
          </p>
        )}
        {short && goods?.stock && (
          <p role="status" className="mt-1 text-sm text-warning-ink">
            {shortText(goods.stock, quantity, words)}
          </p>
        )}
        {now.state === 'amount' && (
          <p role="status" className="mt-1 text-sm text-danger-ink">
            {amountProblemText(now.problem, words, say)}
          </p>
        )}
      </div>
      {goods && (now.state === 'ready' || now.state === 'rules' || now.state === 'amount') && (
        <div className="col-span-2 col-start-2 row-start-2 md:col-span-1 md:col-start-3 md:row-start-1">
          <SkuQuantity
            name={named(goods)}
            rules={rulesOf(goods)}
            value={quantity}
            unit={say(goods.unit)}
            size="sm"
            onValueChange={(value) => pad.change(line.key, { typed: true, quantity: value })}
          />
        </div>
      )}
      <IconButton
        size="sm"
        className="col-start-3 row-start-1 -mt-1 -mr-2 md:col-start-4"
        label={t.pad_skip({ item: line.reference || line.source })}
        icon={<X aria-hidden />}
        onPress={() => pad.change(line.key, { skipped: true })}
      />
    </li>
  );
};
