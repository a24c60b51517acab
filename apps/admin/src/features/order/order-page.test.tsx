import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const stateOf = async (id: string) =>
  (await desk.shop.raw`select approval, display_status, version from orders where id = ${id}`)[0];
const someOrder = async (quantity = 2) => {
  const { skuId } = await desk.shop.addSku({ north: 100 });
  return { skuId, ...(await desk.placed([{ skuId, quantity }])) };
};

test('a reviewer takes an order from submitted to confirmed; the next step says who takes it', async () => {
  const { id } = await someOrder();
  await desk.asStaff('reviewer');
  desk.show(`/orders/${id}`);
  await userEvent.click(await button('Start review'));
  await userEvent.click(await button('Approve'));
  const next = await button('Start picking');
  expect(next.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(next.getAttribute('aria-describedby') ?? '')?.textContent).toContain('the warehouse');
  expect(await stateOf(id)).toMatchObject({ approval: 'confirmed', version: 3 });
});

test('a rejection wants a reason, and the history keeps it', async () => {
  const { id, number } = await someOrder();
  await desk.asStaff('reviewer');
  desk.show(`/orders/${id}`);
  await userEvent.click(await button('Start review'));
  await userEvent.click(await button('Reject'));
  const dialog = await screen.findByRole('dialog', { name: `Reject order ${number}?` });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reject' }));
  expect(within(dialog).getByText('Please say why')).toBeTruthy();
  expect(await stateOf(id)).toMatchObject({ approval: 'in-review' });
  await userEvent.type(within(dialog).getByLabelText('Reason'), 'Pays last month first');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reject' }));
  expect((await screen.findAllByText('Rejected')).length).toBeGreaterThan(0);
  expect(await stateOf(id)).toMatchObject({ approval: 'rejected' });
  expect(within(await screen.findByRole('list', { name: 'History' })).getByText('Pays last month first')).toBeTruthy();
});

test('whoever acts on an order that a colleague has just changed learns who was faster and what it is now', async () => {
  const { id } = await someOrder();
  await desk.asStaff('reviewer');
  desk.show(`/orders/${id}`);
  await userEvent.click(await button('Start review'));
  await button('Approve');
  const other = await desk.colleague('reviewer');
  await other.mutate('orders.reject', { id, expectedVersion: 2, comment: 'Sold to somebody else' });
  await userEvent.click(await button('Approve'));
  expect(await screen.findByText('The order changed first; your step was not taken')).toBeTruthy();
  expect(await screen.findByText(new RegExp(`^${other.person.name}: Rejected`))).toBeTruthy();
  expect(await stateOf(id)).toMatchObject({ approval: 'rejected', version: 3 });
});

test('a parcel holds what one warehouse has, or less; the rest stays for a later one', async () => {
  const { skuId } = await desk.shop.addSku({ north: 3, south: 5 });
  const { id } = await desk.placed([{ skuId, quantity: 7 }]);
  const reviewer = await desk.colleague('reviewer');
  await reviewer.mutate('orders.startReview', { id, expectedVersion: 1 });
  await reviewer.mutate('orders.approve', { id, expectedVersion: 2 });
  await desk.asStaff('warehouse');
  desk.show(`/orders/${id}`);
  await userEvent.click(await button('Start picking'));
  await userEvent.click(await button('Ship'));
  const dialog = await screen.findByRole('dialog');
  // One warehouse holds more than the other: it is offered first, with exactly its units.
  const held = await desk.shop.raw`select warehouse_id, quantity::int from reservations where order_id = ${id}`;
  const most = Math.max(...held.map((row) => Number(row.quantity)));
  expect(within(dialog).getByRole('button', { name: `Ship ${most} units` })).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText('Carrier'), 'SF Express');
  await userEvent.type(within(dialog).getByLabelText(/Tracking number/), 'SF 42');
  const quantity = within(dialog).getByLabelText(/^Quantity of/);
  await userEvent.clear(quantity);
  await userEvent.type(quantity, '2');
  expect(within(dialog).getByText('5 units stay for a later parcel')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ship 2 units' }));
  expect((await screen.findAllByText('Partly shipped')).length).toBeGreaterThan(0);
  expect(await desk.shop.broken()).toEqual({});
  const [parcel] = await desk.shop.raw`select carrier, tracking_number from shipments where order_id = ${id}`;
  expect(parcel).toEqual({ carrier: 'SF Express', tracking_number: 'SF 42' });
});

test('the warehouse sees no customer record, no credit and no reasons of prices', async () => {
  const { id } = await someOrder();
  await desk.asStaff('warehouse');
  desk.show(`/orders/${id}`);
  expect(await screen.findByRole('heading', { name: 'Customer' })).toBeTruthy();
  expect(screen.queryByText('Credit limit')).toBeNull();
  expect(screen.queryByText('No credit terms')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Why this price' })).toBeNull();
  const { data } = await desk.api.query('orders.get', { id });
  expect(data).toMatchObject({ customer: null, trace: null });
});

test('the reviewer reads why a line cost what it cost', async () => {
  const { id } = await someOrder(3);
  await desk.asStaff('reviewer');
  desk.show(`/orders/${id}`);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Why this price' }))[0]!);
  const dialog = await screen.findByRole('dialog', { name: 'Why this price' });
  expect(dialog.textContent).toContain('this price applies');
  expect(dialog.textContent).toContain('¥37.50');
});

test('an imported order in dollars, placed by nobody of ours, opens like any other', async () => {
  const { id } = await someOrder();
  await desk.shop
    .raw`update orders set buyer_id = null, cart_id = null, source = 'northwind', currency = 'USD', contact_name = 'Ana Trujillo Ñandú', trace = '{"currency":"USD","pricedAt":"1997-01-01T00:00:00.000Z","lines":[],"trace":[]}' where id = ${id}`;
  await desk.asStaff('administrator');
  desk.show(`/orders/${id}`);
  expect(await screen.findByText('Imported from northwind')).toBeTruthy();
  expect(screen.getAllByText('$25.00').length).toBeGreaterThan(0);
  expect(screen.getByText('Ana Trujillo Ñandú', { exact: false })).toBeTruthy();
});
