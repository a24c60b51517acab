import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => {
  sessionStorage.clear();
  portal.reset();
});
afterAll(() => portal.close());

/** A buyer signed in, and the item numbers of goods that are there. */
const goods = async (...wishes: Parameters<Portal['shop']['addSku']>[0][]) => {
  const made = [];
  for (const wish of wishes) made.push((await portal.shop.addSku({ north: 500, ...wish })).productId);
  await portal.api.signIn((await portal.shop.addBuyer()).login);
  const numbers: string[] = [];
  for (const id of made) {
    const { skus } = (await portal.api.query('catalog.product', { id })).data as { skus: { itemNumber: string }[] };
    numbers.push(skus[0]!.itemNumber);
  }
  return numbers;
};
const inCart = async () =>
  Object.fromEntries(
    (
      (await portal.api.query('cart.get')).data as { items: { sku: { itemNumber: string }; quantity: number }[] }
    ).items.map(({ sku, quantity }) => [sku.itemNumber, quantity]),
  );
const lines = () => within(screen.getByRole('list', { name: 'Lines to check' })).getAllByRole('listitem');

test('a pasted message becomes lines, each with its goods or its reason, and goes into the cart at once', async () => {
  const [a, b] = await goods({}, { min: 24, multiple: 12 });
  portal.show('/order-pad');
  await userEvent.click(await screen.findByLabelText('Paste an order'));
  await userEvent.paste(`hello boss\n${a} x 3\n${b} 25\nZZZ-999 4`);
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
  await waitFor(() => expect(lines()).toHaveLength(3));
  expect(screen.getByText('1 line without goods')).toBeTruthy();
  expect(screen.getByText('hello boss')).toBeTruthy();
  expect(within(lines()[2]!).getByText(/No goods found/)).toBeTruthy();
  // Minimum 24, by 12: 25 is told with both neighbours.
  await userEvent.click(within(lines()[1]!).getByRole('button', { name: '36' }));
  await userEvent.click(screen.getAllByRole('button', { name: /Add 2 items to the cart/ })[0]!);
  await waitFor(async () => expect(await inCart()).toEqual({ [a!]: 3, [b!]: 36 }));
  await waitFor(() => expect(lines()).toHaveLength(1));
});

test('by keyboard alone: number, Tab, quantity, Enter, and the next', async () => {
  const [a, b] = await goods({}, {});
  portal.show('/order-pad');
  const item = await screen.findByLabelText('Item number, barcode or name');
  await userEvent.click(item);
  await userEvent.keyboard(`${a}{Tab}7{Enter}`);
  await waitFor(() => expect(lines()).toHaveLength(1));
  await waitFor(() => expect(document.activeElement).toBe(item));
  await userEvent.keyboard(`${b}{Enter}2{Enter}`);
  await waitFor(() => expect(lines()).toHaveLength(2));
  await userEvent.click(screen.getAllByRole('button', { name: /Add 2 items to the cart/ })[0]!);
  await waitFor(async () => expect(await inCart()).toEqual({ [a!]: 7, [b!]: 2 }));
});

test('a line is left out and taken back, the same goods twice are added up, and undo brings the lines back', async () => {
  const [a] = await goods({});
  portal.show('/order-pad');
  await userEvent.click(await screen.findByLabelText('Paste an order'));
  await userEvent.paste(`${a} 2\n${a} 3\n${a} 4`);
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
  await waitFor(() => expect(lines()).toHaveLength(3));
  await userEvent.click(within(lines()[2]!).getByRole('button', { name: /Leave out/ }));
  await userEvent.click(screen.getAllByRole('button', { name: /Add 1 item to the cart/ })[0]!);
  await waitFor(async () => expect(await inCart()).toEqual({ [a!]: 5 }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await inCart()).toEqual({}));
  await waitFor(() => expect(lines()).toHaveLength(3));
});

test('what was written is still there after a look elsewhere', async () => {
  await goods();
  portal.show('/order-pad');
  await userEvent.type(await screen.findByLabelText('Paste an order'), 'half a thought');
  await userEvent.click(screen.getByRole('link', { name: /Tradeline/ }));
  await userEvent.click(await screen.findByRole('link', { name: 'Quick order' }));
  expect(((await screen.findByLabelText('Paste an order')) as HTMLTextAreaElement).value).toBe('half a thought');
});
