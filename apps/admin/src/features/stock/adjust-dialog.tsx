import { Button, Dialog, Notice, SelectField, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { reasonText } from '../../lib/stock-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import type { StockGoods } from './goods-field.tsx';
import { type Line, LinesField, readLotLines } from './lines-field.tsx';

const kinds = ['adjust', 'quarantine', 'restock', 'scrap'] as const;
export const adjustKindText: Record<(typeof kinds)[number], (t: Words['t']) => string> = {
  adjust: (t) => t.stock_adjust_change(),
  quarantine: (t) => t.stock_adjust_quarantine(),
  restock: (t) => t.stock_adjust_restock(),
  scrap: (t) => t.stock_adjust_scrap(),
};
const reasons = ['damage', 'loss', 'found', 'expired', 'sample', 'correction', 'other'] as const;

/** Corrects what the books say of goods in a warehouse, with a reason. What is worth much waits for a colleague. */
export const AdjustDialog = ({
  goods,
  warehouseId,
  onClose,
}: {
  /** With what it begins. */
  goods?: StockGoods | undefined;
  warehouseId?: string | undefined;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const warehouses = trpc.stock.warehouses.useQuery(undefined, { staleTime: 300_000 });
  const [place, setPlace] = useState(warehouseId);
  const [kind, setKind] = useState<(typeof kinds)[number]>('adjust');
  const [reason, setReason] = useState<(typeof reasons)[number]>('correction');
  const [note, setNote] = useState('');
  const [lines, setLines] = useState<Line[]>(goods ? [{ goods, typed: '' }] : []);
  const [tried, setTried] = useState(false);
  const add = trpc.stock.adjustments.add.useMutation({
    onSuccess: async ({ number, state }) => {
      await utils.stock.invalidate();
      toast.success(state === 'booked' ? t.stock_adjust_done({ number }) : t.stock_adjust_waiting({ number }));
      onClose();
    },
  });
  const at = place ?? warehouses.data?.[0]?.id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const read = readLotLines(lines, kind === 'adjust');
    if (!read || !at) return;
    add.mutate({ warehouseId: at, reason, note, lines: read.map((line) => ({ ...line, kind })) });
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.stock_adjust_new()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="adjust" look="primary" pending={add.isPending}>
            {t.stock_adjust_book()}
          </Button>
        </>
      }
    >
      <form id="adjust" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {add.error && (
          <Notice tone="danger" live>
            {problemText(add.error, words)}
          </Notice>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField
            label={t.stock_warehouse()}
            value={at ?? ''}
            onValueChange={setPlace}
            options={(warehouses.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
          <SelectField
            label={t.stock_adjust_action()}
            value={kind}
            onValueChange={setKind}
            options={kinds.map((value) => ({ value, label: adjustKindText[value](t) }))}
          />
          <SelectField
            label={t.stock_reason()}
            value={reason}
            onValueChange={setReason}
            options={reasons.map((value) => ({ value, label: reasonText(value, t) }))}
          />
          <TextField
            label={t.stock_note()}
            optional
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <LinesField
          lines={lines}
          onChange={setLines}
          signed={kind === 'adjust'}
          tried={tried}
          warehouseId={at}
          withLot
        />
        {kind === 'adjust' && <p className="text-sm text-muted">{t.stock_adjust_hint()}</p>}
      </form>
    </Dialog>
  );
};
