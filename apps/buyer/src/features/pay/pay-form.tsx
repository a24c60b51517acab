import { Button, Notice, RadioGroup } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { PayCode } from './pay-code.tsx';
import { type Channel, channelHint, channelText, type Payment } from './pay-words.ts';
import { type Arrival, screenNow, usePaying } from './use-paying.ts';

export type Check = {
  mutate: (input: { orderId: string }) => void;
  isPending: boolean;
  isSuccess: boolean;
  error: unknown;
};

/** How much and by what; then the code or the way to the gateway, and what is known of the payment. */
export const PayForm = ({
  payment,
  answeredAt,
  check,
  arrival,
  onTaken,
}: {
  payment: Payment;
  answeredAt: number;
  check: Check;
  arrival: Arrival | undefined;
  onTaken: () => void;
}) => {
  const words = useWords();
  const { t, money } = words;
  const { orderId, payable, attempt } = payment;
  const screen = screenNow();
  const inside = screen === 'wechat';
  const channels = inside ? payment.insideApp : payment.channels;
  const mayPay = useMay('payment.pay');
  const [chosen, setChannel] = useState<Channel>();
  const channel = [chosen, attempt?.channel, channels[0]].find((each) => each && channels.includes(each));
  const [part, setPart] = useState<'required' | 'all'>(arrival?.part ?? 'required');
  const paying = usePaying(orderId, check, arrival, onTaken);
  if (channel === undefined)
    return (
      <Notice tone="warning">{inside && payment.channels.length > 0 ? t.pay_inside_off() : t.pay_no_channels()}</Notice>
    );
  const amount = payable[part];
  const isOpen = attempt && (attempt.state === 'started' || attempt.state === 'unknown');
  const begin = () => paying.begin(channel, part);
  const fits = attempt?.invitation && (attempt.invitation.kind === 'bridge') === inside;
  const shown = isOpen && attempt.channel === channel && attempt.amount === amount && fits;
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
          ...(screen === 'desk' ? { description: channelHint(each, t) } : {}),
        }))}
        className="[&>[role=radiogroup]]:grid [&>[role=radiogroup]]:sm:grid-cols-2"
      />
      {inside && payment.channels.length > channels.length && (
        <p className="text-sm text-muted">{t.pay_inside_others()}</p>
      )}
      {paying.error && (
        <Notice tone="danger" live>
          {problemText(paying.error, words)}
        </Notice>
      )}
      {paying.said && (
        <Notice tone="warning" live>
          {paying.said === 'cancelled' ? t.pay_bridge_cancelled() : t.pay_bridge_failed()}
        </Notice>
      )}
      {!paying.error && attempt?.state === 'failed' && (
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
        <PayCode
          payment={payment}
          attempt={attempt}
          answeredAt={answeredAt}
          check={check}
          paying={{ begin, isPending: paying.isPending }}
        />
      ) : (
        <Button
          look="primary"
          size="lg"
          className="self-stretch sm:self-start"
          pending={paying.isPending}
          disabledReason={mayPay ? undefined : t.refusal_not_permitted()}
          onPress={begin}
        >
          {paying.error ? t.pay_again() : t.pay_go({ amount: money(amount) })}
        </Button>
      )}
    </div>
  );
};
