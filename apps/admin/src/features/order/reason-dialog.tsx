import { Button, Dialog, TextAreaField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import type { OrderStep } from './order-steps.ts';
import type { StepRunner } from './use-step.ts';

const reasoned = ['change', 'reject', 'cancel'] as const;
type Reasoned = (typeof reasoned)[number];
const isReasoned = (action: OrderStep['action'] | undefined): action is Reasoned =>
  (reasoned as readonly (string | undefined)[]).includes(action);

/** Sending back, rejecting and cancelling: what will happen, in numbers, and the reason that the customer will read. */
export const ReasonDialog = ({
  order,
  runner,
  asking,
  onClose,
}: {
  order: Order;
  runner: StepRunner;
  asking: OrderStep['action'] | undefined;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, money, quantity } = words;
  const { orders } = trpc.useUtils().client;
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const action = isReasoned(asking) ? asking : undefined;
  const number = order.number;
  const units = order.facts.lines.reduce((sum, line) => sum + line.ordered - line.cancelled, 0);
  const credit = money(order.facts.holds.credit, order.currency);
  const told: Record<Reasoned, { title: string; body: string; confirm: string; did: string }> = {
    change: { title: t.change_title({ number }), body: t.change_body(), confirm: t.do_change(), did: t.did_change() },
    reject: {
      title: t.reject_title({ number }),
      body: t.reject_body({ units: quantity(units), credit }),
      confirm: t.do_reject(),
      did: t.did_reject(),
    },
    cancel: {
      title: t.cancel_title({ number }),
      body: t.cancel_body({
        lines: quantity(order.lines.length),
        units: quantity(units),
        total: money(order.totalAmount, order.currency),
        credit,
      }),
      confirm: t.do_cancel(),
      did: t.did_cancel(),
    },
  };
  const close = () => {
    setComment('');
    setMissing(false);
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!action) return;
    if (!comment.trim()) return setMissing(true);
    const target = { id: order.id, expectedVersion: order.version, comment: comment.trim() };
    const call = {
      change: () => orders.sendBack.mutate(target),
      reject: () => orders.reject.mutate(target),
      cancel: () => orders.cancel.mutate(target),
    }[action];
    await runner.take({ call, did: told[action].did, seen: order.version });
    close();
  };
  const words_ = action && told[action];
  return (
    <Dialog
      open={action !== undefined}
      onOpenChange={(open) => !open && close()}
      keepOnOutsidePress
      title={words_?.title}
      description={words_?.body}
      footer={
        <>
          <Button onPress={close}>{t.keep_order()}</Button>
          <Button
            type="submit"
            form="reason"
            look={action === 'change' ? 'primary' : 'danger'}
            pending={runner.pending}
          >
            {words_?.confirm}
          </Button>
        </>
      }
    >
      <form id="reason" onSubmit={(event) => void submit(event)}>
        <TextAreaField
          label={t.reason()}
          hint={t.comment_hint()}
          error={missing && !comment.trim() ? t.reason_required() : undefined}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
