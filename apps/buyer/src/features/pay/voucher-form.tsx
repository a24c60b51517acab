import { minor } from '@tradeline/domain/money';
import { Button, Notice, TextField, toast } from '@tradeline/ui';
import { FileUp } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { readMoney } from '../../lib/read-money.ts';
import { type SendProblem, type SentFile, sendFile } from '../../lib/send-file.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Payment } from './pay-words.ts';

const plain = (amount: number): string => (amount / 100).toFixed(2);

/** What was transferred and the picture or PDF that shows it. The file is sent when it is chosen, the rest on the press. */
export const VoucherForm = ({ payment }: { payment: Payment }) => {
  const words = useWords();
  const { t } = words;
  const { orderId, payable, vouchers } = payment;
  const utils = trpc.useUtils();
  const picker = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const waiting = vouchers.reduce((sum, { state, amount }) => sum + (state === 'submitted' ? amount : 0), 0);
  const [amount, setAmount] = useState(plain(Math.max(0, payable.all - waiting)));
  const [reference, setReference] = useState('');
  const [file, setFile] = useState<SentFile | SendProblem>();
  const [sending, setSending] = useState(false);
  const fileHint = useId();
  const send = trpc.payments.sendVoucher.useMutation({
    onSuccess: () => toast.success(t.pay_voucher_sent()),
    onSettled: () => utils.payments.get.invalidate({ orderId }),
  });
  if (payable.all - waiting <= 0) return null;
  const sent = typeof file === 'object' ? file : undefined;
  const read = readMoney(amount);
  const problems: Record<SendProblem, string> = {
    'too-large': t.pay_voucher_too_large(),
    'wrong-kind': t.pay_voucher_wrong_kind(),
    failed: t.pay_voucher_failed(),
  };
  const fileProblem = typeof file === 'string' ? problems[file] : shown && !sent && !sending && t.pay_voucher_missing();
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setSending(true);
    setFile(await sendFile('payment-voucher', chosen));
    setSending(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (!sent || !read) return;
    send.mutate({ orderId, uploadId: sent.id, amount: minor(read), ...(reference.trim() ? { reference } : {}) });
  };
  return (
    <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t.pay_voucher_amount()}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        error={shown && !read ? t.pay_voucher_amount_wrong() : undefined}
        onChange={(event) => setAmount(event.target.value)}
      />
      <TextField
        label={t.pay_voucher_reference()}
        optional
        autoComplete="off"
        maxLength={60}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
      />
      <div className="flex flex-col items-start gap-1.5 sm:col-span-2">
        <span className="text-sm font-medium">{t.pay_voucher_file()}</span>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t.pay_voucher_file()}
          accept="image/png,image/jpeg,image/webp,image/gif,application/pdf"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            void choose(chosen);
          }}
        />
        <div className="flex max-w-full flex-wrap items-center gap-3">
          <Button
            pending={sending}
            aria-describedby={fileProblem ? fileHint : undefined}
            onPress={() => picker.current?.click()}
          >
            <FileUp aria-hidden />
            {sent ? t.pay_voucher_other() : t.pay_voucher_pick()}
          </Button>
          {sent && <span className="min-w-0 truncate text-sm">{sent.name}</span>}
        </div>
        {fileProblem && (
          <p id={fileHint} role="alert" className="text-sm text-danger-ink">
            {fileProblem}
          </p>
        )}
      </div>
      {send.error && (
        <Notice tone="danger" live className="sm:col-span-2">
          {problemText(send.error, words)}
        </Notice>
      )}
      <Button type="submit" look="primary" className="sm:justify-self-start" pending={send.isPending}>
        {t.pay_voucher_send()}
      </Button>
    </form>
  );
};
