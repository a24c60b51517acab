import { Badge, Button, Notice, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { CountLots, type FoundLot } from './count-lots.tsx';
import type { CountLine, CountView } from './count-page.tsx';
import { readUnits } from './lines-field.tsx';

/** What lies on one shelf, as counted: the field has the focus as soon as the shelf is shown. */
export const CountShelf = ({ count, shelf, onSaved }: { count: CountView; shelf: CountLine; onSaved: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[name=units]')?.focus();
  }, []);
  const enter = trpc.stock.counts.enter.useMutation({
    onSuccess: (_, { counted }) => {
      toast.success(t.stock_count_saved({ item: shelf.itemNumber, units: quantity(counted) }));
      onSaved();
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.stock.counts.get.invalidate({ id: count.id }),
  });
  const [lots, setLots] = useState<readonly FoundLot[]>([]);
  const byLot = shelf.byLot !== 'none';
  const read = lots.map(({ code, expiresOn, typed: n }) => ({ code, expiresOn, counted: readUnits(n) }));
  const each = read.flatMap(({ counted, ...lot }) => (counted === undefined ? [] : [{ ...lot, counted }]));
  const whole = each.length > 0 && each.length === read.length;
  const units = byLot ? (whole ? each.reduce((sum, lot) => sum + lot.counted, 0) : undefined) : readUnits(typed);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (units !== undefined)
      enter.mutate({ id: count.id, skuId: shelf.skuId, counted: units, ...(byLot ? { lots: each } : {}) });
  };
  return (
    <form ref={form} className="flex flex-col gap-3" onSubmit={save}>
      <div className="flex items-start justify-between gap-3">
        <GoodsCell goods={shelf} />
        <span className="flex shrink-0 flex-col items-end gap-1">
          <Badge tone="accent">{shelf.bin ?? t.stock_count_none()}</Badge>
          {shelf.recount && <Badge tone="warning">{t.stock_count_recount()}</Badge>}
        </span>
      </div>
      {shelf.recount && <Notice tone="warning">{t.stock_count_recount_by({ name: shelf.countedByName ?? '' })}</Notice>}
      {byLot && <CountLots count={count} shelf={shelf} value={lots} onChange={setLots} />}
      {!byLot && (
        <TextField
          name="units"
          label={t.stock_count_counted()}
          hint={count.hidden || shelf.onHand === null ? undefined : `${t.stock_count_book()} ${quantity(shelf.onHand)}`}
          inputMode="numeric"
          enterKeyHint="next"
          autoComplete="off"
          value={typed}
          error={typed && units === undefined ? t.stock_needs_quantity() : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <Button
        type="submit"
        look="primary"
        wide
        pending={enter.isPending}
        disabledReason={units === undefined ? t.stock_needs_quantity() : undefined}
      >
        {t.stock_count_next()}
      </Button>
    </form>
  );
};
