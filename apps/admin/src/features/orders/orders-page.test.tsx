import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { CompanyId } from '@tradeline/domain/kernel';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
let orders: { id: string; number: string }[];
beforeAll(async () => {
  desk = await openConsole();
  const { skuId } = await desk.shop.addSku({ north: 1_000 });
  const first = await desk.placed([{ skuId, quantity: 1 }]);
  const companyId = first.companyId as CompanyId;
  orders = [first];
  for (const quantity of [5, 3]) orders.push(await desk.placed([{ skuId, quantity }], { companyId }));
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

const numbers = async () =>
  (await screen.findAllByRole('link', { name: /^SO\d+$/ })).map((link) => link.textContent ?? '');

test('the address decides what is listed and in which order', async () => {
  await desk.asStaff('reviewer');
  desk.show('/orders?sort=total-desc');
  expect(await numbers()).toEqual([orders[1], orders[2], orders[0]].map((order) => order?.number));
  desk.reset();
  await desk.asStaff('reviewer');
  desk.show(`/orders?q=${orders[2]?.number}`);
  await waitFor(async () => expect(await numbers()).toEqual([orders[2]?.number]));
});

test('a nonsense address shows the list as it is at first', async () => {
  await desk.asStaff('reviewer');
  desk.show('/orders?page=-3&size=7&queue=nowhere&sort=up&customer=me');
  expect((await numbers()).length).toBe(3);
});

test('J, K and Enter lead from the list into an order', async () => {
  await desk.asStaff('reviewer');
  desk.show('/orders');
  await numbers();
  await userEvent.keyboard('jjk');
  expect(document.activeElement?.getAttribute('data-row')).toBe(orders[2]?.id);
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: orders[2]?.number as string })).toBeTruthy();
});

test('a step for many orders says what it will do, does it, and names the refused with their reason', async () => {
  await desk.asStaff('reviewer');
  desk.show('/orders');
  await numbers();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
  await userEvent.click(await screen.findByRole('button', { name: /^Start review/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Start review: 3 orders' });
  const other = await desk.colleague('reviewer');
  await other.mutate('orders.startReview', { id: orders[0]?.id, expectedVersion: 1 });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start review' }));
  expect(await within(dialog).findByText('1 refused:')).toBeTruthy();
  expect(within(dialog).getByText(orders[0]?.number as string)).toBeTruthy();
  await waitFor(async () => {
    const rows = await desk.shop.raw`select approval from orders order by number`;
    expect(rows.map((row) => row.approval)).toEqual(['in-review', 'in-review', 'in-review']);
  });
});

test('a role without a permission neither finds the page in the navigation nor sees it', async () => {
  await desk.asStaff('warehouse');
  desk.show('/customers');
  expect(await screen.findByText('Your role has no access here')).toBeTruthy();
  const navigation = screen.getAllByRole('navigation', { name: 'Main' })[0]!;
  expect(within(navigation).queryByText('Customers')).toBeNull();
  expect(within(navigation).getByText('Orders')).toBeTruthy();
});

test('nobody who is not signed in sees the list, and signing in leads back to it', async () => {
  const person = await desk.shop.addStaff('reviewer');
  desk.show('/orders?queue=review');
  await userEvent.type(await screen.findByLabelText('User name'), person.login);
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await numbers()).length).toBe(3);
});
