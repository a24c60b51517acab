import { createHash, randomBytes } from 'node:crypto';
import { type OrderScope, orderStore, sessionPayerStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { PaymentChannel } from '../../ports/payment.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

type By = { sessionId: string };

const digest = (state: string): string => createHash('sha256').update(state).digest('hex');

/**
 * Where to send a browser inside a gateway's app so that the app says who pays: it comes back to the order's pay page. The
 * state that it must bring is kept with the session, as a digest: an answer meant for another browser names nobody here.
 */
export const askPayer = async (
  deps: Pick<Deps, 'db' | 'payments' | 'addresses'>,
  scope: OrderScope,
  { sessionId }: By,
  { orderId, channel, part }: { orderId: string; channel: PaymentChannel; part: 'required' | 'all' },
): Promise<Result<{ address: string }, Refusal>> => {
  const app = deps.payments[channel]?.insideApp;
  if (!app) return err({ kind: 'payment-channel-off', channel });
  if (!(await orderStore.find(deps.db, scope, orderId))) return err({ kind: 'order-not-found' });
  // Begins with a letter: nobody on the way can take it for a number.
  const state = `s${randomBytes(24).toString('hex')}`;
  await sessionPayerStore.ask(deps.db, sessionId, digest(state));
  return ok({ address: app.entry({ back: `${deps.addresses.portal}/pay/${orderId}?part=${part}`, state }) });
};

/**
 * Takes the app's answer. The state is taken before the code is exchanged, so an answer counts once even when it comes
 * twice at the same time; who lost it on the way is asked anew.
 */
export const knowPayer = async (
  deps: Pick<Deps, 'db' | 'payments'>,
  { sessionId }: By,
  { channel, code, state }: { channel: PaymentChannel; code: string; state: string },
): Promise<Result<null, Refusal>> => {
  const app = deps.payments[channel]?.insideApp;
  if (!app) return err({ kind: 'payment-channel-off', channel });
  if (!(await sessionPayerStore.take(deps.db, sessionId, digest(state)))) return err({ kind: 'payer-state-unknown' });
  const named = await app.identify(code);
  if (!named.ok)
    return named.error.kind === 'refused'
      ? err({ kind: 'gateway-refused', channel, code: named.error.code })
      : err({ kind: 'gateway-silent', channel });
  await sessionPayerStore.name(deps.db, sessionId, named.value);
  return ok(null);
};
