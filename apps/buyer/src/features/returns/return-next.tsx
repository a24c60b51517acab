import { orderRolesOf } from '@tradeline/domain/access';
import { can, type ReturnState } from '@tradeline/domain/order';
import { Button, Card, ConfirmDialog, Facts, Notice, TextField, toast } from '@tradeline/ui';
import { Truck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Text } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay, useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';

const next: Record<ReturnState, (t: Text) => string> = {
  requested: (t) => t.returns_next_requested(),
  approved: (t) => t.returns_next_approved(),
  'sent-back': (t) => t.returns_next_sent_back(),
  received: (t) => t.returns_next_received(),
  inspected: (t) => t.returns_next_inspected(),
  refunded: (t) => t.returns_next_refunded(),
  replaced: (t) => t.returns_next_replaced(),
  rejected: (t) => t.returns_next_rejected(),
  cancelled: (t) => t.returns_next_cancelled(),
};

/** Where the return stands in one sentence, what the wholesaler said, and what I can do now. */
export const ReturnNext = ({ found }: { found: Return }) => {
  const { t } = useWords();
  const me = useMe();
  const mayAct = useMay('return.request');
  const roles = orderRolesOf({ audience: 'buyer', roles: [me.role] });
  const open = (action: 'send-back' | 'cancel-return') => mayAct && can(found.facts, action, roles, found.id).ok;
  return (
    <Card className="flex flex-col gap-4 p-4">
      <p role="status" className="text-md font-medium">
        {next[found.state](t)}
      </p>
      {found.answer && (
        <div>
          <p className="text-sm text-muted">{t.returns_answer()}</p>
          <p className="mt-1 rounded-md bg-sunken px-3 py-2 whitespace-pre-wrap">{found.answer}</p>
        </div>
      )}
      {found.trackingNumber && (
        <Facts
          items={[
            ...(found.carrier ? [{ label: t.returns_carrier(), value: found.carrier }] : []),
            { label: t.returns_tracking(), value: <span className="tabular">{found.trackingNumber}</span> },
          ]}
        />
      )}
      {open('send-back') && <SendBack found={found} />}
      {open('cancel-return') && <Withdraw found={found} />}
    </Card>
  );
};

const SendBack = ({ found }: { found: Return }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [carrier, setCarrier] = useState('');
  const [trackingNumber, setTrackingNumber] = useState('');
  const send = trpc.returns.sendBack.useMutation({
    onSuccess: () => {
      toast.success(t.returns_sent_toast());
    },
    onSettled: () => Promise.all([utils.returns.invalidate(), utils.orders.invalidate()]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ id: found.id, expectedVersion: found.order.version, carrier, trackingNumber });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-t border-line pt-4">
      <h2 className="text-md font-semibold">{t.returns_send_back()}</h2>
      {send.error && (
        <Notice tone="danger" live>
          {problemText(send.error, words)}
        </Notice>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t.returns_carrier()}
          optional
          maxLength={60}
          value={carrier}
          onChange={(event) => setCarrier(event.target.value)}
        />
        <TextField
          label={t.returns_tracking()}
          optional
          hint={t.returns_send_back_hint()}
          maxLength={60}
          value={trackingNumber}
          onChange={(event) => setTrackingNumber(event.target.value)}
        />
      </div>
      <Button type="submit" look="primary" pending={send.isPending} className="sm:self-start">
        <Truck aria-hidden />
        {t.returns_send_back_confirm()}
      </Button>
    </form>
  );
};

const Withdraw = ({ found }: { found: Return }) => {
  const words = useWords();
  const { t, quantity } = words;
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const cancel = trpc.returns.cancel.useMutation({
    onSuccess: async () => {
      await Promise.all([utils.returns.invalidate(), utils.orders.invalidate()]);
      setAsking(false);
      toast.success(t.returns_withdrawn());
    },
    onError: () => Promise.all([utils.returns.invalidate(), utils.orders.invalidate()]),
  });
  const units = found.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <>
      <Button look="quiet-danger" className="self-start" onPress={() => setAsking(true)}>
        {t.returns_withdraw()}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.returns_withdraw_title({ number: found.number })}
        confirmLabel={t.returns_withdraw()}
        cancelLabel={t.returns_keep()}
        destructive
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id: found.id, expectedVersion: found.order.version })}
      >
        {t.returns_withdraw_body({ count: quantity(units) })}
        {cancel.error && (
          <Notice className="mt-3" tone="danger" live>
            {problemText(cancel.error, words)}
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
};
