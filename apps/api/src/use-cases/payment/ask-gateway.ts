import { gatewayStore, type PaymentAttemptRow } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import type { PaymentChannel, PaymentReport } from '../../ports/payment.ts';
import { type Settled, settlePayment } from './settle-payment.ts';

export type Asked = Settled | 'no-answer' | 'channel-off';

/**
 * Asks the gateway what became of an attempt and settles it. One that is over by the clock or called off is closed there,
 * unless it turns out to be paid: then the money is taken, and given back if nobody owes it.
 */
export const askGateway = async (
  deps: Pick<Deps, 'db' | 'payments' | 'now' | 'log'>,
  attempt: PaymentAttemptRow,
): Promise<Asked> => {
  const channel = attempt.channel as PaymentChannel;
  const gateway = deps.payments[channel];
  if (!gateway) return 'channel-off';
  const { number } = attempt;
  const settle = (report: PaymentReport) => settlePayment(deps, { channel, number, report });
  const asked = await gateway.query(number);
  if (!asked.ok) {
    deps.log.warn({ channel, number, problem: asked.error.kind }, 'a gateway did not say what became of a payment');
    return 'no-answer';
  }
  const isOver = attempt.state === 'voided' || attempt.expiresAt <= deps.now();
  if (asked.value.state === 'paid' || asked.value.state === 'closed' || !isOver) {
    // It knows the number: what we did not know is answered, and it can be paid.
    if (asked.value.state === 'open' && attempt.state === 'unknown' && attempt.error === null)
      await gatewayStore.answered(deps.db, attempt.id, { state: 'started', error: null });
    return settle(asked.value);
  }
  const closed = await gateway.close(number);
  return closed.ok ? settle({ state: 'closed' }) : 'no-answer';
};
