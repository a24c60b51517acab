import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

/** An order of which a voucher says that it was paid. */
const shown = async () => {
  const { skuId } = await desk.shop.addSku({ north: 9 });
  const order = await desk.placed([{ skuId, quantity: 4 }]);
  const [upload, file, voucher] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await desk.shop
    .raw`insert into uploads (id, owner_type, owner_id, company_id, purpose, name, mime, bytes, sha256, file)
    values (${upload}, 'buyer', ${crypto.randomUUID()}, ${order.companyId}, 'payment-voucher', '回单.pdf', 'application/pdf', 9, 'x', 'x')`;
  await desk.shop.raw`insert into order_attachments (id, order_id, upload_id, by_type, by_name)
    values (${file}, ${order.id}, ${upload}, 'buyer', '王五')`;
  await desk.shop.raw`insert into transfer_vouchers (id, order_id, company_id, upload_id, amount)
    select ${voucher}, id, company_id, ${upload}, total_amount from orders where id = ${order.id}`;
  return order;
};
const paid = async (orderId: string) => {
  const [row] = await desk.shop
    .raw`select paid_amount::int as paid, total_amount::int as total from orders where id = ${orderId}`;
  return row as { paid: number; total: number };
};

test('finance confirms what arrived at the bank, and the voucher leaves the queue', async () => {
  const order = await shown();
  await desk.asStaff('finance');
  desk.show('/payments/vouchers');
  const row = (await screen.findByRole('link', { name: order.number })).closest('tr')!;
  await userEvent.click(within(row).getByRole('button', { name: 'Confirm receipt' }));
  const dialog = await screen.findByRole('dialog');
  const amount = within(dialog).getByLabelText('Amount that arrived');
  await userEvent.clear(amount);
  await userEvent.type(amount, '0');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Confirm receipt' }));
  expect(within(dialog).getByText('An amount above zero with at most two decimals.')).toBeTruthy();
  const { total } = await paid(order.id);
  await userEvent.clear(amount);
  await userEvent.type(amount, (total / 100).toFixed(2));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Confirm receipt' }));
  await waitFor(async () => expect((await paid(order.id)).paid).toBe(total));
  expect(await screen.findByText('No voucher waits')).toBeTruthy();
});

test('a voucher is sent back with a reason; who may not record money only looks', async () => {
  const order = await shown();
  await desk.asStaff('finance');
  desk.show('/payments/vouchers');
  const row = (await screen.findByRole('link', { name: order.number })).closest('tr')!;
  await userEvent.click(within(row).getByRole('button', { name: 'Send back' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('Reason'), '银行没有这笔款项');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send back' }));
  expect(await screen.findByText('No voucher waits')).toBeTruthy();
  expect((await paid(order.id)).paid).toBe(0);
  const other = await shown();
  desk.reset();
  await desk.asStaff('reviewer');
  desk.show('/payments/vouchers');
  await screen.findByRole('link', { name: other.number });
  expect(screen.queryByRole('button', { name: 'Confirm receipt' })).toBeNull();
});
