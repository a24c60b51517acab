import { screen, within } from '@testing-library/react';
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
  return { ...(data as { id: string; number: string }), skuId };
};

test('an order is cancelled with its reason, after the dialog said in numbers what that means', async () => {
  const { id, number } = await placed();
  portal.show(`/orders/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel order' }));
  const dialog = await screen.findByRole('dialog', { name: `Cancel order ${number}?` });
  expect(dialog.textContent).toContain('¥25.00');
  await userEvent.selectOptions(within(dialog).getByLabelText('Reason'), 'No longer needed');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel order' }));
  expect((await screen.findAllByText('Cancelled')).length).toBeGreaterThan(0);
  const [event] = await portal.shop.raw`select comment from order_events where order_id = ${id} and action = 'cancel'`;
  expect(event?.comment).toBe('No longer needed');
});

test('ordering again shows what changed since: another price, goods withdrawn', async () => {
  const { id, skuId } = await placed();
  const other = await portal.shop.addSku({ north: 50, price: 130_000 });
  const [line] = await portal.shop.raw`select * from order_lines where order_id = ${id}`;
  await portal.shop
    .raw`insert into order_lines ${portal.shop.raw({ ...line, id: crypto.randomUUID(), position: 2, sku_id: other.skuId, item_number: 'RENAMED-SINCE' })}`;
  await portal.shop.raw`update skus set status = 'withdrawn' where id = ${skuId}`;
  portal.show(`/orders/${id}`);
  await userEvent.click(await screen.findByRole('link', { name: 'Order again' }));
  const pad = await screen.findByRole('list', { name: 'Lines to check' });
  const [withdrawn, dearer] = await within(pad).findAllByRole('listitem');
  expect(within(withdrawn!).getByText('Withdrawn')).toBeTruthy();
  expect(within(dearer!).getByText('Was ¥12.50, now ¥13.00')).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: /Add 1 item to the cart/ })[0]!);
  await screen.findByText('1 line added');
  const cart = (await portal.api.query('cart.get')).data as { items: { skuId: string; quantity: number }[] };
  expect(cart.items.map((item) => [item.skuId, item.quantity])).toEqual([[other.skuId, 2]]);
});

test("another company's order is not found, and the page says so with a way out", async () => {
  const { id } = await placed();
  const stranger = await portal.shop.addBuyer();
  await portal.api.signIn(stranger.login);
  portal.show(`/orders/${id}`);
  expect((await screen.findByRole('alert')).textContent).toContain('There is no such order');
});

test('a viewer sees orders and may not cancel them', async () => {
  const { id } = await placed();
  const [row] = await portal.shop.raw`select company_id from orders where id = ${id}`;
  const viewer = await portal.shop.addBuyer({ role: 'viewer', companyId: row?.company_id });
  await portal.api.signIn(viewer.login);
  portal.show(`/orders/${id}`);
  expect(await screen.findByText('What happened')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();
});
