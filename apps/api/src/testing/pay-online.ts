import type { FakeGateway } from '../adapters/payment/fake.ts';
import { checkPayment } from '../use-cases/payment/check-payment.ts';
import { sendRefunds } from '../use-cases/payment/send-refunds.ts';
import { startPayment } from '../use-cases/payment/start-payment.ts';
import type { Shop } from './fixture.ts';
import type { TestBuyer } from './place.ts';

const all = { kind: 'all' } as const;

/** The buyer pays by WeChat what his order waits for, and comes back from the gateway's page. */
export const payOnline = async ({ deps, raw }: Shop, buyer: TestBuyer, orderId: string): Promise<void> => {
  const wish = { orderId, channel: 'wechat', part: 'required', screen: 'phone', address: '192.0.2.7' } as const;
  const begun = await startPayment(deps, all, buyer, wish);
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const [attempt] = await raw<{ number: string }[]>`select number from payment_attempts where id = ${begun.value.id}`;
  (deps.payments.wechat as FakeGateway).pay(attempt!.number);
  await checkPayment(deps, all, orderId);
};

/** Everything that goes back through the gateway is sent; what it has sent of an order since it was placed. */
export const sentBack = async ({ deps, raw }: Shop, orderId: string): Promise<number> => {
  await sendRefunds(deps);
  const [row] = await raw<{ amount: number }[]>`
    select coalesce(sum(amount), 0)::int as amount from refund_attempts where order_id = ${orderId} and state = 'succeeded'`;
  return row!.amount;
};
