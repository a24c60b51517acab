import { Badge, Button, Card, CardHeader, DateText, IconButton, MoneyText, StatusBadge, toast } from '@tradeline/ui';
import { RefreshCw, RotateCcw } from 'lucide-react';
import {
  askedText,
  attemptText,
  attemptTone,
  channelText,
  noticeOutcomeText,
  refundText,
  refundTone,
} from '../../lib/gateway-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';

type Money = Outputs['payments']['ofOrder'];

/** What gateways had to do with the order: attempts, what they told us, refunds; and a way to ask them now. */
export const OnlinePayments = ({ orderId }: { orderId: string }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const mayRead = useMay('payment.read');
  const money = trpc.payments.ofOrder.useQuery({ orderId }, { enabled: mayRead });
  const check = trpc.payments.check.useMutation({
    onSuccess: (answers) => {
      toast.success(answers.length === 0 ? t.payments_nothing_open() : askedText(answers, words));
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => {
      void utils.payments.invalidate();
      void utils.orders.invalidate();
    },
  });
  const { data } = money;
  if (!data || (data.attempts.length === 0 && data.refunds.length === 0)) return null;
  const waits = data.attempts.some(({ state, settledAt }) => state !== 'captured' && settledAt === null);
  return (
    <Card>
      <CardHeader
        title={t.payments_online()}
        aside={
          waits && (
            <Button size="sm" pending={check.isPending} onPress={() => check.mutate({ orderId })}>
              <RefreshCw aria-hidden />
              {t.payments_ask()}
            </Button>
          )
        }
      />
      <ul className="flex flex-col divide-y divide-line">
        {data.attempts.toReversed().map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} currency={data.currency} />
        ))}
        {data.refunds.map((refund) => (
          <Refund key={refund.id} refund={refund} orderId={orderId} currency={data.currency} />
        ))}
      </ul>
    </Card>
  );
};

const Attempt = ({ attempt, currency }: { attempt: Money['attempts'][number]; currency: string }) => {
  const { t } = useWords();
  return (
    <li className="flex flex-col gap-1 px-4 py-3 text-sm">
      <span className="flex items-center justify-between gap-3">
        <span className="flex items-center gap-2 font-medium">
          {channelText(attempt.channel, t)}
          <StatusBadge tone={attemptTone(attempt.state)}>{attemptText(attempt.state, t)}</StatusBadge>
        </span>
        <MoneyText amount={attempt.amount} currency={currency} className="font-medium" />
      </span>
      <span className="tabular break-all text-muted">{attempt.number}</span>
      {attempt.transaction && (
        <span className="tabular break-all text-muted">
          {t.payments_transaction()} {attempt.transaction}
        </span>
      )}
      <span className="text-muted">
        <DateText at={attempt.settledAt ?? attempt.createdAt} />
      </span>
      {attempt.error && <span className="break-words text-danger-ink">{attempt.error}</span>}
      {attempt.notices.map((notice) => (
        <span key={notice.id} className="flex items-center gap-2 text-muted">
          <Badge>{t.payments_notice()}</Badge>
          <DateText at={notice.receivedAt} /> {noticeOutcomeText(notice.outcome, t)}
        </span>
      ))}
    </li>
  );
};

const Refund = ({
  refund,
  orderId,
  currency,
}: {
  refund: Money['refunds'][number];
  orderId: string;
  currency: string;
}) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const mayRefund = useMay('payment.refund');
  const retry = trpc.payments.retryRefund.useMutation({
    onSuccess: () => {
      toast.success(t.payments_refund_retried());
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.payments.invalidate(),
  });
  return (
    <li className="flex flex-col gap-1 px-4 py-3 text-sm">
      <span className="flex items-center justify-between gap-3">
        <span className="flex items-center gap-2 font-medium">
          {t.payments_refund()}
          <StatusBadge tone={refundTone(refund.state)}>{refundText(refund.state, t)}</StatusBadge>
        </span>
        <span className="flex items-center gap-1">
          <MoneyText amount={-refund.amount} currency={currency} className="font-medium" />
          {refund.state === 'failed' && mayRefund && (
            <IconButton
              size="sm"
              label={t.payments_refund_retry()}
              icon={<RotateCcw aria-hidden />}
              onPress={() => retry.mutate({ orderId, refundId: refund.id })}
            />
          )}
        </span>
      </span>
      <span className="tabular break-all text-muted">{refund.number}</span>
      <span className="text-muted">
        <DateText at={refund.settledAt ?? refund.createdAt} /> {t.payments_tries({ n: refund.tries })}
      </span>
      {refund.error && refund.state !== 'succeeded' && <span className="text-danger-ink">{refund.error}</span>}
    </li>
  );
};
