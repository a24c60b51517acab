import { Card, Notice, TextField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { CountLine, CountView } from './count-page.tsx';
import { CountShelf } from './count-shelf.tsx';

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
  const { t } = useWords();
  const utils = trpc.useUtils();
  const [code, setCode] = useState('');
  const [unknown, setUnknown] = useState<string>();
  const [adding, setAdding] = useState<CountLine>();
  const shelf = line ?? adding;
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
        <CountShelf
          key={shelf.skuId}
          count={count}
          shelf={shelf}
          onSaved={() => {
            setAdding(undefined);
            onNext();
          }}
        />
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
  lots: null,
  firstCounted: null,
  finding: null,
  recount: false,
  unitCost: 0 as CountLine['unitCost'],
};
