import { fromMillis } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { expect, test } from 'vitest';
import type { Payable, PaymentGateway, RawNotice } from '../../ports/payment.ts';

/** What stands at the other end of a gateway under test. */
export type Counter = {
  gateway: PaymentGateway;
  pay: (number: string) => void;
  notice: (number: string) => RawNotice;
};

let serial = 0;
const payable = (wish: Partial<Payable> = {}): Payable => ({
  number: `CT${Date.now()}${serial++}`,
  amount: minor(12_345),
  description: '订单 SO100001',
  expiresAt: fromMillis(Date.now() + 600_000),
  screen: 'desk',
  address: '192.0.2.7',
  ...wish,
});

/** What every gateway promises, whoever runs it. */
export const gatewayContract = (open: () => Counter): void => {
  test('a payment that was begun is open, then paid with exactly its amount', async () => {
    const { gateway, pay } = open();
    const order = payable();
    expect(await gateway.start(order)).toMatchObject({ ok: true, value: { kind: 'code' } });
    expect(await gateway.query(order.number)).toEqual({ ok: true, value: { state: 'open' } });
    pay(order.number);
    expect(await gateway.query(order.number)).toMatchObject({
      ok: true,
      value: { state: 'paid', amount: 12_345, currency: 'CNY' },
    });
  });

  test('a phone is given an address instead of a code', async () => {
    const { gateway } = open();
    expect(await gateway.start(payable({ screen: 'phone' }))).toMatchObject({ ok: true, value: { kind: 'address' } });
  });

  test('the same number again is the same payment', async () => {
    const { gateway } = open();
    const order = payable();
    const first = await gateway.start(order);
    expect(await gateway.start(order)).toEqual(first);
  });

  test('a number it never heard of is absent', async () => {
    expect(await open().gateway.query('CTnever')).toEqual({ ok: true, value: { state: 'absent' } });
  });

  test('a closed payment is closed; a paid one cannot be', async () => {
    const { gateway, pay } = open();
    const [left, paid] = [payable(), payable()];
    await gateway.start(left);
    await gateway.start(paid);
    expect(await gateway.close(left.number)).toEqual({ ok: true, value: undefined });
    expect(await gateway.query(left.number)).toEqual({ ok: true, value: { state: 'closed' } });
    pay(paid.number);
    expect(await gateway.close(paid.number)).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  test('a refund of one number is one refund, however often it is asked for', async () => {
    const { gateway, pay } = open();
    const order = payable();
    await gateway.start(order);
    pay(order.number);
    const wish = {
      number: order.number,
      paid: order.amount,
      refundNumber: `RF${order.number}`,
      amount: order.amount,
      reason: 'test',
    };
    expect(await gateway.queryRefund(wish)).toEqual({ ok: true, value: { state: 'absent' } });
    await gateway.refund(wish);
    await gateway.refund(wish);
    expect(await gateway.queryRefund(wish)).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    const more = await gateway.refund({ ...wish, refundNumber: `RG${order.number}`, amount: minor(12_346) });
    expect(more).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  test('a notice says what was paid; with one byte changed it says nothing', async () => {
    const { gateway, pay, notice } = open();
    const order = payable();
    await gateway.start(order);
    pay(order.number);
    const genuine = notice(order.number);
    expect(gateway.readNotice(genuine, Date.now())).toMatchObject({
      ok: true,
      value: { number: order.number, report: { state: 'paid', amount: 12_345, currency: 'CNY' } },
    });
    const at = Math.floor(genuine.body.length / 2);
    const other = genuine.body[at] === '7' ? '8' : '7';
    const forged = { ...genuine, body: genuine.body.slice(0, at) + other + genuine.body.slice(at + 1) };
    expect(gateway.readNotice(forged, Date.now()).ok).toBe(false);
    expect(gateway.readNotice({ headers: {}, body: '{}' }, Date.now()).ok).toBe(false);
  });
};
