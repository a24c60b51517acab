import { err } from '@tradeline/domain/kernel';
import type { GatewayAnswer, PaymentGateway } from '../../ports/payment.ts';

/** Calls in a row without an answer until the gateway is left alone, and for how long. */
const FAILURES = 4;
const REST_MS = 15_000;
/** Calls under way at once: a gateway that hangs keeps no more of us waiting. */
const AT_ONCE = 32;

/**
 * Keeps a gateway that does not answer from being waited for by everybody: after a few silences it is not called for a
 * while and every call says at once that no answer came, which is what the caller would have learnt ten seconds later.
 */
export const withCircuit = (gateway: PaymentGateway, now: () => number = Date.now): PaymentGateway => {
  let silences = 0;
  let restsUntil = 0;
  let running = 0;
  const guarded =
    <Args extends unknown[], T>(call: (...args: Args) => GatewayAnswer<T>) =>
    async (...args: Args): GatewayAnswer<T> => {
      if (now() < restsUntil) return err({ kind: 'no-answer', detail: 'the gateway is resting after silence' });
      if (running >= AT_ONCE) return err({ kind: 'no-answer', detail: 'too many calls are waiting' });
      running += 1;
      const answered = await call(...args).finally(() => {
        running -= 1;
      });
      if (answered.ok || answered.error.kind === 'refused') silences = 0;
      else if (++silences >= FAILURES) {
        silences = 0;
        restsUntil = now() + REST_MS;
      }
      return answered;
    };
  return {
    ...gateway,
    start: guarded(gateway.start),
    query: guarded(gateway.query),
    close: guarded(gateway.close),
    refund: guarded(gateway.refund),
    queryRefund: guarded(gateway.queryRefund),
    insideApp: gateway.insideApp && { ...gateway.insideApp, identify: guarded(gateway.insideApp.identify) },
  };
};
