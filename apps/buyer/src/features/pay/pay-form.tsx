import { Button, Notice, RadioGroup } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { PayCode } from './pay-code.tsx';
import { type Channel, channelHint, channelText, type Payment } from './pay-words.ts';
import { rememberPaying } from './paying-order.ts';

export type Check = {
  mutate: (input: { orderId: string }) => void;
  isPending: boolean;
  isSuccess: boolean;
  error: unknown;
};

/** A finger pays on this very device; a mouse sits at a desk where a phone scans the screen. */
const screenNow = (): 'desk' | 'phone' => (globalThis.matchMedia?.('(pointer: coarse)').matches ? 'phone' : 'desk');

/** How much and by what; then the code or the way to the gateway, and what is known of the payment. */
export const PayForm = ({ payment, answeredAt, check }: { payment: Payment; answeredAt: number; check: Check }) => {
  const words = useWords();
  const { t, money } = words;
  const { orderId, payable, channels, attempt } = payment;
  const utils = trpc.useUtils();
  const mayPay = useMay('payment.pay');
  const [channel, setChannel] = useState<Channel | undefined>(attempt?.channel ?? channels[0]);
  const [part, setPart] = useState<'required' | 'all'>('required');
  const start = trpc.payments.start.useMutation({
    onSuccess: ({ invitation }) => {
      rememberPaying(orderId);
      if (invitation.kind === 'address') window.location.assign(invitation.address);
    },
    onSettled: () => utils.payments.get.invalidate({ orderId }),
  });
  if (channels.length === 0 || channel === undefined) return <Notice tone="warning">{t.pay_no_channels()}</Notice>;
  const amount = payable[part];
  const begin = (chosen: Channel, chosenPart: 'required' | 'all'): void =>
    start.mutate({ orderId, channel: chosen, part: chosenPart, screen: screenNow() });
  const isOpen = attempt && (attempt.state === 'started' || attempt.state === 'unknown');
  const shown = isOpen && attempt.channel === channel && attempt.amount === amount && attempt.invitation !== null;
  return (
    <div className="flex flex-col gap-5">
      {payable.required < payable.all && (
        <RadioGroup
          label={t.pay_part()}
          value={part}
          onValueChange={setPart}
          options={[
            { value: 'required', label: t.pay_part_required({ amount: money(payable.required) }) },
            { value: 'all', label: t.pay_part_all({ amount: money(payable.all) }) },
          ]}
        />
      )}
      <RadioGroup
        label={t.pay_method()}
        value={channel}
        onValueChange={setChannel}
        options={channels.map((each) => ({
          value: each,
          label: channelText(each, t),
          ...(screenNow() === 'desk' ? { description: channelHint(each, t) } : {}),
        }))}
        className="[&>[role=radiogroup]]:grid [&>[role=radiogroup]]:sm:grid-cols-2"
      />
      {start.error && (
        <Notice tone="danger" live>
          {problemText(start.error, words)}
        </Notice>
      )}
      {!start.error && attempt?.state === 'failed' && (
        <Notice tone="danger" title={t.pay_failed_title()}>
          {t.pay_failed()}
        </Notice>
      )}
      {isOpen && attempt.state === 'unknown' && attempt.invitation !== null && (
        <Notice tone="warning" title={t.pay_unknown_title()} live>
          {t.pay_unknown()}
        </Notice>
      )}
      {attempt?.state === 'voided' && attempt.settledAt !== null && !isOpen && (
        <Notice tone="info">{t.pay_ended()}</Notice>
      )}
      {shown ? (
        <PayCode payment={payment} attempt={attempt} answeredAt={answeredAt} check={check} />
      ) : (
        <Button
          look="primary"
          size="lg"
          className="self-stretch sm:self-start"
          pending={start.isPending}
          disabledReason={mayPay ? undefined : t.refusal_not_permitted()}
          onPress={() => begin(channel, part)}
        >
          {start.error ? t.pay_again() : t.pay_go({ amount: money(amount) })}
        </Button>
      )}
    </div>
  );
};
