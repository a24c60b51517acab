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

test('an administrator changes an order with a reason; the history shows before and after', async () => {
  const { skuId } = await desk.shop.addSku({ north: 100 });
  const { id } = await desk.placed([{ skuId, quantity: 4 }]);
  await desk.asStaff('administrator');
  desk.show(`/orders/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Change order' }));
  const quantity = await screen.findByRole('textbox', { name: /^Wrench/ });
  await userEvent.clear(quantity);
  await userEvent.type(quantity, '6');
  await userEvent.type(screen.getByLabelText('Reason for the change'), 'Asked by phone');
  const save = () => screen.getByRole('button', { name: 'Save changes' });
  await screen.findByText('¥50.00 → ¥75.00');
  await waitFor(() => expect(save().getAttribute('aria-disabled')).not.toBe('true'));
  await userEvent.click(save());
  const history = await screen.findByRole('list', { name: 'History' });
  await within(history).findByText('Asked by phone');
  await userEvent.click(within(history).getByText('Differences'));
  expect(within(history).getAllByText('¥75.00', { exact: false }).length).toBeGreaterThan(0);
  expect(await desk.shop.broken()).toEqual({});
});

test('a reviewer is told that he may not change an order', async () => {
  const { skuId } = await desk.shop.addSku({ north: 100 });
  const { id } = await desk.placed([{ skuId, quantity: 4 }]);
  await desk.asStaff('reviewer');
  desk.show(`/orders/${id}/edit`);
  expect(await screen.findByText(/change orders/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
});
