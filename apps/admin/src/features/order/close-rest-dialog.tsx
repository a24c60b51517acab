import { Button, Dialog, Notice, Skeleton, TextAreaField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import { RestList } from './rest-list.tsx';
import type { StepRunner } from './use-step.ts';

/** Closing the rest: what is never sent, what the order then costs, what goes back where, and the reason that the customer will read. */
export const CloseRestDialog = ({
  order,
  runner,
  onClose,
}: {
  order: Pick<Order, 'id' | 'number' | 'version' | 'currency'>;
  runner: StepRunner;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, money, quantity } = words;
  const { orders } = trpc.useUtils().client;
  const preview = trpc.orders.previewRest.useQuery({ id: order.id }, { gcTime: 0, staleTime: 0 });
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const rest = preview.data;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!rest) return;
    if (!comment.trim()) return setMissing(true);
    const wish = { id: order.id, expectedVersion: rest.version, comment: comment.trim() };
    await runner.take({ call: () => orders.closeRest.mutate(wish), did: t.desk_rest_did(), seen: order.version });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={t.desk_rest_title({ number: order.number })}
      description={t.desk_rest_body()}
      footer={
        <>
          <Button onPress={onClose}>{t.desk_rest_keep()}</Button>
          <Button type="submit" form="close-rest" look="danger" pending={runner.pending || (!rest && !preview.error)}>
            {t.desk_rest()}
          </Button>
        </>
      }
    >
      <form id="close-rest" noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        {preview.error && (
          <Notice tone="danger" live>
            {problemText(preview.error, words)}
          </Notice>
        )}
        {rest ? (
          <RestList
            rest={rest}
            currency={order.currency}
            more={[
              ...(rest.creditFreed > 0
                ? [{ key: 'credit', label: t.desk_rest_freed(), value: money(rest.creditFreed, order.currency) }]
                : []),
              ...(rest.held > 0 ? [{ key: 'held', label: t.desk_rest_held(), value: quantity(rest.held) }] : []),
            ]}
          />
        ) : (
          !preview.error && <Skeleton className="h-32 w-full rounded-md" />
        )}
        {rest && rest.picked > 0 && (
          <Notice tone="warning">{t.desk_rest_picked({ units: quantity(rest.picked) })}</Notice>
        )}
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
