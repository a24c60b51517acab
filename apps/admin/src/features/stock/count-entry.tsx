import { Badge, Button, Card, Notice, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { CountLine, CountView } from './count-page.tsx';
import { readUnits } from './lines-field.tsx';

/**
 * One shelf at a time, for a phone in one hand: scan or tap, a figure, on to the next. A scanner types a code and
 * presses Enter, so the field that takes codes has the focus whenever nothing else is asked for.
 */
export const CountEntry = ({
  count,
  line,
  onChoose,
  onNext,
}: {
  count: CountView;
  line: CountLine | undefined;
  onChoose: (skuId: string | undefined) => void;
  onNext: () => void;
}) => {
  const words = useWords();
  const { t, quantity } = words;
  const utils = trpc.useUtils();
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string>();
  const [adding, setAdding] = useState<CountLine>();
  const field = useRef<HTMLFormElement>(null);
  const shelf = line ?? adding;
  useEffect(() => {
    setTyped('');
    field.current?.querySelector<HTMLInputElement>('[name=units]')?.focus();
  }, [shelf?.skuId]);
  const enter = trpc.stock.counts.enter.useMutation({
    onSuccess: (_, { counted }) => {
      toast.success(t.stock_count_saved({ item: shelf?.itemNumber ?? '', units: quantity(counted) }));
      setAdding(undefined);
      onNext();
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.stock.counts.get.invalidate({ id: count.id }),
  });
  const find = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = code.trim().toLowerCase();
    if (!wanted) return;
    setUnknown(undefined);
    const known = count.lines.find(
      ({ itemNumber, barcode }) => itemNumber.toLowerCase() === wanted || barcode?.toLowerCase() === wanted,
    );
    if (known) {
      setCode('');
      onChoose(known.skuId);
      return;
    }
    // Goods that nobody expected here are counted too.
    const { rows } = await utils.client.stock.list.query({ text: code.trim(), sort: 'number', page: 1, size: 2 });
    const [only] = rows;
    if (!only || rows.length > 1) {
      setUnknown(code.trim());
      return;
    }
    setCode('');
    onChoose(undefined);
    setAdding({ ...unforeseen, ...only });
  };
  const units = readUnits(typed);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (shelf && units !== undefined) enter.mutate({ id: count.id, skuId: shelf.skuId, counted: units });
  };
  return (
    <Card className="flex flex-col gap-3 p-4">
      <form onSubmit={(event) => void find(event)}>
        <TextField
          hiddenLabel
          label={t.stock_count_scan()}
          placeholder={t.stock_count_scan()}
          autoComplete="off"
          enterKeyHint="search"
          value={code}
          error={unknown ? t.stock_count_unknown({ code: unknown }) : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
      </form>
      {shelf ? (
        <form ref={field} className="flex flex-col gap-3" onSubmit={save}>
          <div className="flex items-start justify-between gap-3">
            <GoodsCell goods={shelf} />
            <span className="flex shrink-0 flex-col items-end gap-1">
              <Badge tone="accent">{shelf.bin ?? t.stock_count_none()}</Badge>
              {shelf.recount && <Badge tone="warning">{t.stock_count_recount()}</Badge>}
            </span>
          </div>
          {shelf.recount && (
            <Notice tone="warning">{t.stock_count_recount_by({ name: shelf.countedByName ?? '' })}</Notice>
          )}
          <div className="flex items-end gap-2">
            <TextField
              className="flex-1"
              name="units"
              label={t.stock_count_counted()}
              hint={
                count.hidden || shelf.onHand === null ? undefined : `${t.stock_count_book()} ${quantity(shelf.onHand)}`
              }
              inputMode="numeric"
              enterKeyHint="next"
              autoComplete="off"
              value={typed}
              error={typed && units === undefined ? t.stock_needs_quantity() : undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
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
      ) : (
        <Notice tone="success">{t.stock_count_done()}</Notice>
      )}
    </Card>
  );
};

const unforeseen = {
  barcode: null,
  bin: null,
  counted: null,
  bookOnHand: null,
  countedBy: null,
  countedByName: null,
  countedAt: null,
  firstCounted: null,
  finding: null,
  recount: false,
  unitCost: 0 as CountLine['unitCost'],
};
