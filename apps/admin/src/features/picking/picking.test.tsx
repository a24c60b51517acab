import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
let order: { id: string; number: string };
beforeAll(async () => {
  desk = await openConsole();
  const { skuId: first } = await desk.shop.addSku({ north: 100 });
  const { skuId: second } = await desk.shop.addSku({ north: 100 });
  await desk.shop.raw`update skus set barcode = '6901234567892' where id = ${second}`;
  order = await desk.placed([
    { skuId: first, quantity: 4 },
    { skuId: second, quantity: 3 },
  ]);
  const reviewer = await desk.colleague('reviewer');
  await reviewer.mutate('orders.startReview', { id: order.id, expectedVersion: 1 });
  await reviewer.mutate('orders.approve', { id: order.id, expectedVersion: 2 });
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

test('an order is planned, walked by beep and by thumb with one unit short, packed in two parcels and sent', async () => {
  await desk.asStaff('warehouse');
  desk.show('/picking');
  await userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(order.number) }));
  expect(await screen.findByText(/Will make 1 pick list/)).toBeTruthy();
  await press(/^Make pick lists/);
  expect(await screen.findByText('0 of 2 stops')).toBeTruthy();

  // A code that is not on the list is told; the code of a stop goes there, and once more takes it.
  const scan = screen.getByLabelText('Scan or type a barcode or item number');
  await userEvent.type(scan, '000{Enter}');
  expect(await screen.findByText(/000 is not on this list/)).toBeTruthy();
  await userEvent.type(scan, '6901234567892{Enter}');
  expect(await screen.findByText('Scan once more to take it')).toBeTruthy();
  await userEvent.type(scan, '6901234567892{Enter}');
  expect(await screen.findByText('1 of 2 stops')).toBeTruthy();

  await press('Short');
  const dialog = await screen.findByRole('dialog', { name: /is short/ });
  const short = await within(dialog).findByLabelText(/Units of .* that are short/);
  await userEvent.clear(short);
  await userEvent.type(short, '1');
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Damaged' }));
  await userEvent.click(within(dialog).getByRole('button', { name: '1 short' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Picked 3' }));
  expect(await screen.findByText('6 units picked, 1 short.')).toBeTruthy();

  await userEvent.click(screen.getByRole('link', { name: `Pack ${order.number}` }));
  await userEvent.type(await screen.findByLabelText('Carrier'), '顺丰速运');
  await press('Another parcel');
  await press('Send (2 parcel(s))');
  // An empty parcel does not leave.
  expect(await screen.findByRole('button', { name: /^Send/, description: 'A parcel is empty' })).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: 'Remove' })[1] as HTMLElement);
  await press('Send (1 parcel(s))');
  expect(await screen.findByText('DN', { exact: false })).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Label' })).toBeTruthy();
  await waitFor(async () => expect(await desk.shop.broken()).toEqual({}));
});

test('a lot that ends in the box is told with what to take instead, swapped, and what nothing replaces is owed; then the parcel leaves', async () => {
  const { shop } = desk;
  const { skuId, productId } = await shop.addSku({ north: 0 });
  const keeper = await desk.colleague('warehouse');
  await (await desk.colleague('administrator')).mutate('stock.lots.setTracking', { productId, tracking: 'lot-expiry' });
  const found = (code: string, quantity: number, expiresOn: string) =>
    keeper.mutate('stock.adjustments.add', {
      ...{ warehouseId: shop.warehouses.north, reason: 'found', note: '' },
      lines: [{ skuId, kind: 'adjust', quantity, lots: [{ code, expiresOn, quantity }] }],
    });
  await found('SHORT', 5, '2098-01-01');
  const { id, number } = await desk.placed([{ skuId, quantity: 5 }]);
  const reviewer = await desk.colleague('reviewer');
  await reviewer.mutate('orders.startReview', { id, expectedVersion: 1 });
  await reviewer.mutate('orders.approve', { id, expectedVersion: 2 });
  const rules = { by: 'none', maxOrders: 10, maxLines: 100 };
  const made = await keeper.mutate('picking.make', { warehouseId: shop.warehouses.north, orderIds: [id], ...rules });
  const { lists } = made.data as { lists: { id: string }[] };
  await desk.asStaff('warehouse');
  desk.show(`/picking/${lists[0]?.id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Picked 5' }));
  await userEvent.click(await screen.findByRole('link', { name: `Pack ${number}` }));
  await screen.findByLabelText('Carrier');
  await shop.raw`update lots set expires_on = '2020-01-01' where code = 'SHORT'`;
  await found('LONG', 3, '2099-01-01');
  await userEvent.type(screen.getByLabelText('Carrier'), '顺丰速运');
  await press('Send (1 parcel(s))');
  expect(await screen.findByText(/lot SHORT ended on/)).toBeTruthy();
  expect(await screen.findByText(/^Put in LONG .* × 3/)).toBeTruthy();
  expect(screen.getByText(/^Nothing can replace 2/)).toBeTruthy();

  await press('Take out and owe');
  const dialog = await screen.findByRole('dialog', { name: 'Take 5 units out of the box' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await press('Swapped 3, owe 2');
  await waitFor(() => expect(screen.queryByText(/are past their day/)).toBeNull());
  await press('Send (1 parcel(s))');
  expect(await screen.findByText('DN', { exact: false })).toBeTruthy();
  await waitFor(async () => expect(await shop.broken()).toEqual({}));
});

test('who does not pick learns which permission he lacks', async () => {
  await desk.asStaff('sales');
  desk.show('/picking');
  expect(await screen.findByText(/pick orders/)).toBeTruthy();
});
