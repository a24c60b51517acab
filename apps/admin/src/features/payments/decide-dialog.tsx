import { minor } from '@tradeline/domain/money';
import { Button, Dialog, Notice, TextAreaField, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { plainAmount, readAmount } from '../../lib/money-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Voucher } from './vouchers-page.tsx';

type Asking = { voucher: Voucher; accept: boolean };

/** Confirming asks for what has arrived, sending back for a reason that the customer will read. */
export const DecideDialog = ({ asking, onClose }: { asking: Asking | undefined; onClose: () => void }) => {
  const { t } = useWords();
  const number = asking?.voucher.orderNumber ?? '';
  return (
    <Dialog
      open={asking !== undefined}
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={asking?.accept ? t.vouchers_accept_title({ number }) : t.vouchers_reject_title({ number })}
      description={asking?.accept ? t.vouchers_accept_body() : t.vouchers_reject_body()}
    >
      {asking && <Decision key={asking.voucher.id} {...asking} onClose={onClose} />}
    </Dialog>
  );
};

const Decision = ({ voucher, accept, onClose }: Asking & { onClose: () => void }) => {
  const words = useWords();
  const { t, money } = words;
  const utils = trpc.useUtils();
  const [amount, setAmount] = useState(plainAmount(Math.min(voucher.amount, Math.max(voucher.due, 0))));
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState(false);
  const read = readAmount(amount);
  const decide = trpc.payments.decideVoucher.useMutation({
    onSuccess: async () => {
      await utils.payments.invalidate();
      toast.success(
        accept ? t.vouchers_accepted({ amount: money(minor(read ?? 0), voucher.currency) }) : t.vouchers_rejected(),
      );
      onClose();
    },
    onError: () => void utils.payments.invalidate(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (accept && read) decide.mutate({ id: voucher.id, accept: true, amount: read });
    if (!accept && reason.trim()) decide.mutate({ id: voucher.id, accept: false, reason });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {accept ? (
        <TextField
          label={t.vouchers_arrived()}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={shown && !read ? t.vouchers_arrived_wrong() : undefined}
          onChange={(event) => setAmount(event.target.value)}
        />
      ) : (
        <TextAreaField
          label={t.reason()}
          maxLength={500}
          value={reason}
          error={shown && !reason.trim() ? t.reason_required() : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {decide.error && (
        <Notice tone="danger" live>
          {problemText(decide.error, words)}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t.cancel()}</Button>
        <Button type="submit" look={accept ? 'primary' : 'danger'} pending={decide.isPending}>
          {accept ? t.vouchers_accept() : t.vouchers_reject()}
        </Button>
      </div>
    </form>
  );
};
