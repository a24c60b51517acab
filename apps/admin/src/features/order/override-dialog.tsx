import type { BlockReason } from '@tradeline/domain/credit';
import { Button, Dialog, Notice, TextAreaField, TextField, toast } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { blockReasonText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

const DAY_MS = 86_400_000;

/** An exception to credit for one order: what it lets pass, why, and until when. */
export const OverrideDialog = ({
  order,
  reasons,
  onClose,
}: {
  order: Order;
  reasons: readonly BlockReason[];
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState<string>(() => shopDay(Date.now() + 7 * DAY_MS));
  const [missing, setMissing] = useState(false);
  const override = trpc.orderDesk.overrideCredit.useMutation({
    onSuccess: async () => {
      await utils.orderDesk.invalidate();
      toast.success(t.desk_credit_did());
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setMissing(true);
    override.mutate({ id: order.id, reason: reason.trim(), expiresOn });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={t.desk_credit_override_title({ number: order.number })}
      description={t.desk_credit_override_body()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="override" look="danger" pending={override.isPending}>
            {t.desk_credit_go()}
          </Button>
        </>
      }
    >
      <form id="override" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {override.error && (
          <Notice tone="danger" live>
            {problemText(override.error, words)}
          </Notice>
        )}
        <ul className="list-disc pl-5">
          {reasons.map((each) => (
            <li key={each.kind}>{blockReasonText(each, words)}</li>
          ))}
        </ul>
        <TextAreaField
          label={t.reason()}
          maxLength={500}
          error={missing && !reason.trim() ? t.reason_required() : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <TextField
          className="max-w-60"
          type="date"
          label={t.desk_credit_until()}
          min={shopDay(Date.now())}
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
