import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, Notice, SelectField, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { StockGoods } from './goods-field.tsx';
import { type Line, LinesField, readLines } from './lines-field.tsx';

export type TransferView = Outputs['stock']['transfers']['get'];

/** A transfer before it leaves: from where, to where, what; a new one, or a draft that is changed. */
export const TransferDialog = ({
  transfer,
  goods,
  onClose,
}: {
  transfer?: TransferView | undefined;
  goods?: StockGoods | undefined;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const warehouses = trpc.stock.warehouses.useQuery(undefined, { staleTime: 300_000 });
  const [from, setFrom] = useState(transfer?.fromId);
  const [to, setTo] = useState(transfer?.toId);
  const [note, setNote] = useState(transfer?.note ?? '');
  const [expectedOn, setExpectedOn] = useState<string>(transfer?.expectedOn ?? '');
  const [lines, setLines] = useState<Line[]>(
    transfer?.goods.map((line) => ({ goods: line, typed: String(line.quantity) })) ??
      (goods ? [{ goods, typed: '' }] : []),
  );
  const [tried, setTried] = useState(false);
  const done = (id: string) => {
    onClose();
    void navigate({ to: '/stock/transfers/$transferId', params: { transferId: id } });
    return utils.stock.invalidate();
  };
  const add = trpc.stock.transfers.draft.useMutation({
    onSuccess: ({ id, number }) => {
      toast.success(t.stock_transfer_created({ number }));
      return done(id);
    },
  });
  const edit = trpc.stock.transfers.edit.useMutation({ onSuccess: (_, { id }) => done(id) });
  const [fromId, toId] = [from ?? warehouses.data?.[0]?.id, to ?? warehouses.data?.[1]?.id];
  const same = fromId === toId;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const parts = readLines(lines);
    if (!parts || !fromId || !toId || same) return;
    const rest = { note, expectedOn: expectedOn || null, parts };
    if (transfer) edit.mutate({ id: transfer.id, ...rest });
    else add.mutate({ fromId, toId, ...rest });
  };
  const places = (warehouses.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) }));
  const problem = add.error ?? edit.error;
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={transfer ? t.stock_transfer_title({ number: transfer.number }) : t.stock_transfer_new()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="transfer" look="primary" pending={add.isPending || edit.isPending}>
            {t.stock_transfer_create()}
          </Button>
        </>
      }
    >
      <form id="transfer" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {problem && (
          <Notice tone="danger" live>
            {problemText(problem, words)}
          </Notice>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField
            label={t.stock_transfer_from()}
            value={fromId ?? ''}
            disabled={transfer !== undefined}
            onValueChange={setFrom}
            options={places}
          />
          <SelectField
            label={t.stock_transfer_to()}
            value={toId ?? ''}
            disabled={transfer !== undefined}
            error={same && warehouses.data ? t.stock_refused_same_warehouse() : undefined}
            onValueChange={setTo}
            options={places}
          />
          <TextField
            type="date"
            label={t.stock_transfer_expected()}
            optional
            value={expectedOn}
            onChange={(event) => setExpectedOn(event.target.value)}
          />
          <TextField
            label={t.stock_note()}
            optional
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <LinesField lines={lines} onChange={setLines} tried={tried} warehouseId={fromId} />
      </form>
    </Dialog>
  );
};
