import { minor } from '@tradeline/domain/money';
import { Button, Card, CardHeader, DateText, Dialog, MoneyText, Notice, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { readAmount } from '../../lib/money-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords, type Words } from '../../lib/words.ts';

const whatOf: Record<string, (t: Words['t']) => string> = {
  'top-up': (t) => t.balance_top_up(),
  use: (t) => t.balance_use(),
  return: (t) => t.balance_return(),
  adjust: (t) => t.balance_adjust(),
  'pay-out': (t) => t.balance_pay_out(),
};

/** Money this customer left with us, its last movements, and booking more of it. */
export const CustomerBalance = ({ companyId }: { companyId: string }) => {
  const { t } = useWords();
  const mayBook = useMay('payment.record');
  const { data } = trpc.selling.balance.useQuery({ companyId });
  const [booking, setBooking] = useState<string>();
  if (!data) return null;
  return (
    <Card>
      <CardHeader
        title={t.balance_title()}
        aside={
          mayBook && (
            <Button size="sm" onPress={() => setBooking(crypto.randomUUID())}>
              {t.balance_book()}
            </Button>
          )
        }
      />
      <p className="px-4 pt-3">
        <MoneyText amount={data.balance} className="text-lg font-semibold" />
      </p>
      <ul className="flex flex-col gap-1 px-4 py-3 text-sm">
        {data.entries.slice(0, 5).map((entry) => (
          <li key={entry.seq} className="flex justify-between gap-3">
            <span className="min-w-0 truncate text-muted">
              <DateText at={entry.at} style="date" /> {whatOf[entry.kind]?.(t) ?? entry.kind}{' '}
              {entry.orderNumber ?? entry.note}
            </span>
            <MoneyText amount={entry.amount} />
          </li>
        ))}
      </ul>
      {booking && (
        <TopUpDialog
          key={booking}
          idempotencyKey={booking}
          companyId={companyId}
          onClose={() => setBooking(undefined)}
        />
      )}
    </Card>
  );
};

const TopUpDialog = ({
  idempotencyKey,
  companyId,
  onClose,
}: {
  idempotencyKey: string;
  companyId: string;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, money } = words;
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const amount = readAmount(typed);
  const book = trpc.selling.topUp.useMutation({
    onSuccess: async ({ balance }) => {
      await utils.selling.balance.invalidate();
      toast.success(t.balance_booked({ balance: money(balance) }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount && note.trim()) book.mutate({ idempotencyKey, companyId, amount: minor(amount), note });
  };
  return (
    <Dialog
      open
      size="sm"
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.balance_book_title()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            type="submit"
            form="top-up"
            look="primary"
            pending={book.isPending}
            disabledReason={!amount ? t.balance_amount_first() : note.trim() ? undefined : t.balance_note_first()}
          >
            {amount ? t.balance_book_amount({ amount: money(amount) }) : t.balance_book()}
          </Button>
        </>
      }
    >
      <form id="top-up" className="flex flex-col gap-4" onSubmit={submit}>
        {book.error && (
          <Notice tone="danger" live>
            {problemText(book.error, words)}
          </Notice>
        )}
        <TextField
          label={t.balance_amount()}
          inputMode="decimal"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          label={t.balance_note()}
          hint={t.balance_note_hint()}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
