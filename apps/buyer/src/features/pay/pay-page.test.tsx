import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

const placed = async () => {
  const { skuId } = await portal.shop.addSku({ north: 100 });
  const buyer = await portal.shop.addBuyer();
  await portal.api.signIn(buyer.login);
  const cart = (await portal.api.mutate('cart.change', { mode: 'set', lines: [{ skuId, quantity: 2 }] })).data as {
    id: string;
  };
  const { data } = await portal.api.mutate('orders.place', {
    idempotencyKey: crypto.randomUUID(),
    cartId: cart.id,
    expectedTotal: 2_500,
    addressId: buyer.addressId,
    contactName: '王五',
    phone: '13800000000',
    paymentTerms: 'on-delivery',
  });
  return data as { id: string; number: string };
};
/** The payer's phone. */
const pay = async (orderId: string) => {
  const [row] = await portal.shop.raw`select number from payment_attempts where order_id = ${orderId}`;
  const gateway = portal.shop.deps.payments.wechat as unknown as { pay: (number: string) => void };
  gateway.pay(row?.number);
};

test('a buyer shows the code, pays with his phone, asks, and is told what was received', async () => {
  const { id } = await placed();
  portal.show(`/pay/${id}`);
  await userEvent.click(await screen.findByRole('radio', { name: /WeChat Pay/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Pay ¥25.00' }));
  expect(await screen.findByRole('img', { name: 'WeChat Pay code for ¥25.00' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'I have paid: check now' }));
  expect(await screen.findByText(/has not received this payment yet/)).toBeTruthy();
  await pay(id);
  // The same question within two seconds is answered by what the last one learnt.
  await portal.shop.raw`update payment_attempts set asked_at = null where order_id = ${id}`;
  await userEvent.click(screen.getByRole('button', { name: 'I have paid: check now' }));
  expect(await screen.findByText('Payment received')).toBeTruthy();
  expect(screen.getByText('¥25.00 received. The order goes on.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the order' })).toBeTruthy();
});

test('an order that has ended cannot be paid, and says so', async () => {
  const { id } = await placed();
  await portal.api.mutate('orders.cancel', { id, expectedVersion: 1 });
  portal.show(`/pay/${id}`);
  expect(await screen.findByText('The order has ended and can no longer be paid.')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a viewer may not even look at the payment of an order', async () => {
  const { id } = await placed();
  const [row] = await portal.shop.raw`select company_id from orders where id = ${id}`;
  const viewer = await portal.shop.addBuyer({ role: 'viewer', companyId: row?.company_id });
  await portal.api.signIn(viewer.login);
  portal.show(`/pay/${id}`);
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('a transfer is shown by its voucher: the file, the amount that is open, and what finance said of it', async () => {
  await portal.shop.raw`insert into settings (key, value, updated_by)
    values ('checkout', '{"closedMeans": [], "bank": {"holder": "恒信五金", "bank": "工商银行", "account": "1208 0209"}}', 'test')`;
  const { id } = await placed();
  portal.show(`/pay/${id}`);
  expect(await screen.findByText('1208 0209')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Send voucher' }));
  expect(screen.getByText('Choose the voucher’s file first.')).toBeTruthy();
  const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]);
  await userEvent.upload(screen.getByLabelText('Transfer voucher'), new File([png], '回单.png', { type: 'image/png' }));
  expect(await screen.findByText('回单.png')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Send voucher' }));
  expect(await screen.findByText('Being checked')).toBeTruthy();
  // All that is open is on its way: nothing more can be sent.
  expect(screen.queryByRole('button', { name: 'Send voucher' })).toBeNull();
  await portal.shop
    .raw`update transfer_vouchers set state = 'rejected', reason = '未到账', decided_at = now() where order_id = ${id}`;
  portal.show(`/pay/${id}`);
  expect(await screen.findByText('未到账')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Send voucher' })).toBeTruthy();
});
