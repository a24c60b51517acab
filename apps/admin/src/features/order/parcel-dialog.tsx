import { Button, Dialog, TextField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import type { StepRunner } from './use-step.ts';

export type ParcelStep = 'scan' | 'deliver';

/** A carrier's scan, or the arrival of a parcel, with a remark that the customer reads too. */
export const ParcelDialog = ({
  order,
  parcel,
  action,
  runner,
  onClose,
}: {
  order: Order;
  parcel: Order['shipments'][number];
  action: ParcelStep;
  runner: StepRunner;
  onClose: () => void;
}) => {
  const { t } = useWords();
  const { orders } = trpc.useUtils().client;
  const [comment, setComment] = useState('');
  const [seen] = useState(order.version);
  const number = parcel.number;
  const units = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const target = {
      id: order.id,
      shipmentId: parcel.id,
      comment: comment.trim() || undefined,
    };
    await runner.take(
      action === 'scan'
        ? { call: () => orders.recordScan.mutate(target), did: t.did_scan(), seen }
        : { call: () => orders.markDelivered.mutate(target), did: t.did_deliver(), seen },
    );
    onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={action === 'scan' ? t.scan_title({ number }) : t.deliver_title({ number })}
      description={action === 'deliver' ? t.deliver_body({ count: units }) : undefined}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="parcel" look="primary" pending={runner.pending}>
            {action === 'scan' ? t.do_scan() : t.do_deliver()}
          </Button>
        </>
      }
    >
      <form id="parcel" onSubmit={(event) => void submit(event)}>
        <TextField
          label={action === 'scan' ? t.scan_where() : t.deliver_remark()}
          hint={action === 'scan' ? t.scan_where_hint() : t.deliver_remark_hint()}
          optional
          maxLength={500}
          autoComplete="off"
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
