import { Link } from '@tanstack/react-router';
import {
  Breadcrumbs,
  Button,
  Card,
  CardHeader,
  ConfirmDialog,
  cx,
  DateText,
  DayText,
  Facts,
  PageHeader,
  Skeleton,
  StatusBadge,
  toast,
} from '@tradeline/ui';
import { useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { documentStateText, documentTone } from '../../lib/stock-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { ReceiveForm } from './receive-form.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

/** One transfer: what goes where, sent by one warehouse, received by the other. */
export const TransferPage = ({ transferId }: { transferId: string }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayTransfer = useMay('stock.transfer');
  const [asking, setAsking] = useState<'send' | 'cancel' | 'edit'>();
  const { data: transfer, error, refetch } = trpc.stock.transfers.get.useQuery({ id: transferId });
  const onError = (problem: unknown) => toast.error(problemText(problem, words));
  const onSettled = async () => {
    setAsking(undefined);
    await utils.stock.invalidate();
  };
  const send = trpc.stock.transfers.send.useMutation({
    onSuccess: () => toast.success(t.stock_transfer_sent({ number: transfer?.number ?? '' })),
    onError,
    onSettled,
  });
  const cancel = trpc.stock.transfers.cancel.useMutation({ onError, onSettled });
  if (error && !transfer) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!transfer) return <Skeleton className="m-5 h-80 rounded-lg" />;
  const facts = [
    { label: t.stock_transfer_from(), value: say(transfer.fromName) },
    { label: t.stock_transfer_to(), value: say(transfer.toName) },
    ...(transfer.expectedOn
      ? [{ label: t.stock_transfer_expected(), value: <DayText day={transfer.expectedOn} /> }]
      : []),
    ...(transfer.note ? [{ label: t.stock_note(), value: transfer.note }] : []),
    { label: t.stock_created_by({ name: transfer.createdByName }), value: <DateText at={transfer.createdAt} /> },
    ...(transfer.sentAt
      ? [{ label: t.stock_sent_by({ name: transfer.sentByName ?? '' }), value: <DateText at={transfer.sentAt} /> }]
      : []),
    ...(transfer.receivedAt
      ? [
          {
            label: t.stock_received_by({ name: transfer.receivedByName ?? '' }),
            value: <DateText at={transfer.receivedAt} />,
          },
        ]
      : []),
  ];
  const draft = transfer.state === 'draft' && mayTransfer;
  return (
    <div className="mx-auto w-full max-w-6xl p-4 md:p-5">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'transfers', node: <Link to="/stock/transfers">{t.stock_tab_transfers()}</Link> },
              { key: 'transfer', node: <span>{transfer.number}</span> },
            ]}
          />
        }
        title={t.stock_transfer_title({ number: transfer.number })}
        badge={<StatusBadge tone={documentTone(transfer.state)}>{documentStateText(transfer.state, t)}</StatusBadge>}
        actions={
          draft && (
            <>
              <Button onPress={() => setAsking('cancel')}>{t.stock_transfer_cancel()}</Button>
              <Button onPress={() => setAsking('edit')}>{t.stock_transfer_edit()}</Button>
              <Button look="primary" onPress={() => setAsking('send')}>
                {t.stock_transfer_send()}
              </Button>
            </>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {transfer.state === 'in-transit' && mayTransfer && (
            <Card>
              <CardHeader title={t.stock_transfer_receive()} />
              <ReceiveForm transfer={transfer} />
            </Card>
          )}
          <Card>
            <CardHeader title={t.stock_goods()} aside={<span className="tabular">{quantity(transfer.units)}</span>} />
            <ul className="divide-y divide-line">
              {transfer.goods.map((line) => {
                const short = transfer.state === 'draft' && line.available < line.quantity;
                return (
                  <li key={line.skuId} className="flex items-center justify-between gap-3 px-4 py-2">
                    <GoodsCell goods={line} />
                    <span className="text-right">
                      <span className={cx('tabular font-medium', short && 'text-danger-ink')}>
                        {quantity(line.quantity)}
                      </span>
                      <span className="tabular block text-sm text-muted">
                        {short
                          ? t.stock_transfer_short({ available: quantity(line.available) })
                          : [
                              line.received > 0 && `${t.stock_transfer_received()} ${quantity(line.received)}`,
                              line.lost > 0 && `${t.stock_transfer_lost()} ${quantity(line.lost)}`,
                            ]
                              .filter(Boolean)
                              .join(' · ')}
                      </span>
                    </span>
                  </li>
                );
              })}
            </ul>
          </Card>
        </div>
        <Card>
          <Facts className="px-4 py-3" items={facts} />
        </Card>
      </div>
      <ConfirmDialog
        open={asking === 'send'}
        onOpenChange={() => setAsking(undefined)}
        title={t.stock_transfer_send_title({ number: transfer.number })}
        confirmLabel={t.stock_transfer_send()}
        cancelLabel={t.cancel()}
        pending={send.isPending}
        onConfirm={() => send.mutate({ id: transferId })}
      >
        {t.stock_transfer_send_body({
          units: quantity(transfer.units),
          skus: quantity(transfer.goods.length),
          place: say(transfer.fromName),
        })}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'cancel'}
        onOpenChange={() => setAsking(undefined)}
        title={t.stock_transfer_cancel()}
        confirmLabel={t.stock_transfer_cancel()}
        cancelLabel={t.cancel()}
        destructive
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id: transferId })}
      >
        {t.stock_transfer_cancel_body()}
      </ConfirmDialog>
      {asking === 'edit' && <TransferDialog transfer={transfer} onClose={() => setAsking(undefined)} />}
    </div>
  );
};
