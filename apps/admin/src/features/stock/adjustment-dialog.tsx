import { Button, DateText, Dialog, Facts, MoneyText, Notice, StatusBadge, TextField } from '@tradeline/ui';
import { useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { lotText } from '../../lib/lot-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { documentStateText, documentTone, reasonText } from '../../lib/stock-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { adjustKindText } from './adjust-dialog.tsx';

/** An adjustment with its goods; who may, and did not ask for it, books or rejects it here. */
export const AdjustmentDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const me = useMe();
  const mayDecide = useMay('stock.approve');
  const utils = trpc.useUtils();
  const [comment, setComment] = useState('');
  const { data, error } = trpc.stock.adjustments.get.useQuery({ id });
  const decide = trpc.stock.adjustments.decide.useMutation({
    onSuccess: async () => {
      await utils.stock.invalidate();
      onClose();
    },
    onError: () => utils.stock.invalidate(),
  });
  const own = data?.requestedBy === me.id ? t.stock_adjust_own() : undefined;
  const deciding = mayDecide && data?.state === 'pending';
  const button = (approve: boolean) => (
    <Button
      look={approve ? 'primary' : 'danger'}
      pending={decide.isPending}
      disabledReason={own}
      onPress={() => decide.mutate({ id, approve, comment })}
    >
      {approve ? t.stock_adjust_approve() : t.stock_adjust_reject()}
    </Button>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.stock_adjust_title({ number: data?.number ?? '' })}
      footer={
        deciding ? (
          <>
            {button(false)}
            {button(true)}
          </>
        ) : (
          <Button onPress={onClose}>{t.stock_close()}</Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {(error ?? decide.error) && (
          <Notice tone="danger" live>
            {problemText(error ?? decide.error, words)}
          </Notice>
        )}
        {data && (
          <>
            <Facts
              items={[
                {
                  label: t.stock_state(),
                  value: <StatusBadge tone={documentTone(data.state)}>{documentStateText(data.state, t)}</StatusBadge>,
                },
                { label: t.stock_warehouse(), value: say(data.warehouseName) },
                { label: t.stock_reason(), value: [reasonText(data.reason, t), data.note].filter(Boolean).join(' · ') },
                { label: t.stock_value(), value: <MoneyText amount={data.value} /> },
                {
                  label: t.stock_by(),
                  value: (
                    <>
                      {data.requestedByName} · <DateText at={data.requestedAt} />
                    </>
                  ),
                },
                ...(data.decidedByName && data.decidedAt
                  ? [
                      {
                        label: t.stock_adjust_decided({ name: data.decidedByName }),
                        value: (
                          <>
                            <DateText at={data.decidedAt} /> {data.comment}
                          </>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <ul className="divide-y divide-line border-y border-line">
              {data.goods.map((line) => (
                <li key={`${line.skuId} ${line.kind}`} className="flex items-center justify-between gap-3 py-2">
                  <span className="min-w-0">
                    <GoodsCell goods={line} />
                    {line.lots && (
                      <span className="block pl-11 text-sm text-muted">
                        {t.stock_lot()} {line.lots.map((lot) => lotText(lot, words)).join('、')}
                      </span>
                    )}
                  </span>
                  <span className="text-right">
                    <span className="tabular font-medium">
                      {line.kind === 'adjust' && line.quantity > 0 ? '+' : ''}
                      {quantity(line.quantity).replace('-', '−')}
                    </span>
                    {line.kind !== 'adjust' && (
                      <span className="block text-sm text-muted">{adjustKindText[line.kind](t)}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {deciding && (
              <TextField
                label={t.stock_adjust_comment()}
                optional
                maxLength={200}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
};
