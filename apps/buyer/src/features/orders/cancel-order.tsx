import { ConfirmDialog, Notice, SelectField, TextField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

/** Cancels the whole order, after saying in numbers what that means, with the reason the wholesaler will read. */
export const CancelOrder = ({
  order,
  open,
  onOpenChange,
}: {
  order: Order;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) => {
  const words = useWords();
  const { t, money } = words;
  const utils = trpc.useUtils();
  const [reason, setReason] = useState<'mistake' | 'not-needed' | 'too-slow' | 'price' | 'other'>('mistake');
  const [details, setDetails] = useState('');
  const texts = {
    mistake: t.order_cancel_reason_mistake(),
    'not-needed': t.order_cancel_reason_not_needed(),
    'too-slow': t.order_cancel_reason_too_slow(),
    price: t.order_cancel_reason_price(),
    other: t.order_cancel_reason_other(),
  };
  const cancel = trpc.orders.cancel.useMutation({
    onSuccess: () => {
      onOpenChange(false);
      toast.success(t.order_cancelled_toast());
    },
    onSettled: () => utils.orders.invalidate(),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.order_cancel_title({ number: order.number })}
      confirmLabel={t.order_cancel()}
      cancelLabel={t.order_cancel_keep()}
      destructive
      pending={cancel.isPending}
      disabledReason={reason === 'other' && !details.trim() ? t.refusal_comment_required() : undefined}
      onConfirm={() =>
        cancel.mutate({
          id: order.id,
          expectedVersion: order.version,
          comment: [reason === 'other' ? '' : texts[reason], details.trim()].filter(Boolean).join('：'),
        })
      }
    >
      <div className="flex flex-col gap-4 text-ink">
        <p className="text-muted">
          {t.order_cancel_body({ lines: order.lines.length, total: money(order.totalAmount) })}
        </p>
        {cancel.error && (
          <Notice tone="danger" live>
            {problemText(cancel.error, words)}
          </Notice>
        )}
        <SelectField
          label={t.order_cancel_reason()}
          value={reason}
          onValueChange={setReason}
          options={Object.entries(texts).map(([value, label]) => ({ value: value as typeof reason, label }))}
        />
        <TextField
          label={t.order_cancel_reason_text()}
          optional={reason !== 'other'}
          maxLength={400}
          value={details}
          onChange={(event) => setDetails(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
};
