import { Button, Notice, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { readUnits } from './lines-field.tsx';
import type { TransferView } from './transfer-dialog.tsx';

type Typed = Record<string, { received: string; lost: string }>;
const blank = { received: '', lost: '' };

/** What of a transfer came and what was lost. The rest stays on its way. */
export const ReceiveForm = ({ transfer }: { transfer: TransferView }) => {
  const words = useWords();
  const { t, quantity } = words;
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const open = transfer.goods
    .map((line) => ({ ...line, open: line.quantity - line.received - line.lost }))
    .filter((line) => line.open > 0);
  const receive = trpc.stock.transfers.receive.useMutation({
    onSuccess: async ({ over }) => {
      await utils.stock.invalidate();
      toast.success(over ? t.stock_transfer_over() : t.stock_transfer_rest());
      setTyped({});
      setReason('');
      setTried(false);
    },
    onError: () => utils.stock.invalidate(),
  });
  const read = open.map(({ skuId, open: most }) => {
    const { received, lost } = typed[skuId] ?? blank;
    const part = { skuId, received: readUnits(received || '0'), lost: readUnits(lost || '0') };
    return {
      ...part,
      wrong: part.received === undefined || part.lost === undefined || part.received + part.lost > most,
    };
  });
  const anyLost = read.some(({ lost }) => (lost ?? 0) > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.some(({ wrong }) => wrong) || (anyLost && !reason.trim())) return;
    receive.mutate({
      id: transfer.id,
      reason: reason.trim(),
      parts: read.map(({ skuId, received = 0, lost = 0 }) => ({ skuId, received, lost })),
    });
  };
  const set = (skuId: string, change: Partial<Typed[string]>) =>
    setTyped((old) => ({ ...old, [skuId]: { ...(old[skuId] ?? blank), ...change } }));
  return (
    <form noValidate className="flex flex-col gap-3 p-4" onSubmit={submit}>
      {receive.error && (
        <Notice tone="danger" live>
          {problemText(receive.error, words)}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {open.map((line, at) => (
          <li key={line.skuId} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
            <span className="min-w-48 flex-1">
              <GoodsCell goods={line} />
            </span>
            <span className="tabular w-20 text-right text-muted">
              {t.stock_transfer_open()} {quantity(line.open)}
            </span>
            {(['received', 'lost'] as const).map((part) => (
              <TextField
                key={part}
                className="w-24"
                hiddenLabel
                label={(part === 'received' ? t.stock_transfer_received_of : t.stock_transfer_lost_of)({
                  item: line.itemNumber,
                })}
                placeholder={part === 'received' ? t.stock_transfer_received() : t.stock_transfer_lost()}
                inputMode="numeric"
                autoComplete="off"
                value={(typed[line.skuId] ?? blank)[part]}
                error={
                  tried && part === 'received' && read[at]?.wrong
                    ? t.stock_refused_over({ item: line.itemNumber, open: quantity(line.open) })
                    : undefined
                }
                onChange={(event) => set(line.skuId, { [part]: event.target.value })}
              />
            ))}
          </li>
        ))}
      </ul>
      {anyLost && (
        <TextField
          label={t.stock_transfer_lost_reason()}
          maxLength={200}
          value={reason}
          error={tried && !reason.trim() ? t.stock_transfer_reason_missing() : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto text-sm text-muted">{t.stock_transfer_rest()}</span>
        <Button
          onPress={() =>
            setTyped(Object.fromEntries(open.map((line) => [line.skuId, { received: String(line.open), lost: '' }])))
          }
        >
          {t.stock_transfer_receive_all()}
        </Button>
        <Button type="submit" look="primary" pending={receive.isPending}>
          {t.stock_transfer_receive()}
        </Button>
      </div>
    </form>
  );
};
