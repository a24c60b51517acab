import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

const listOf = async (quantities: (number | null)[]) => {
  const lines = [];
  for (const quantity of quantities) lines.push({ skuId: (await portal.shop.addSku({ north: 50 })).skuId, quantity });
  await portal.api.signIn((await portal.shop.addBuyer()).login);
  const { id } = (await portal.api.mutate('lists.create', { name: 'Refill' })).data as { id: string };
  await portal.api.mutate('lists.put', { id, lines });
  return id;
};
const stored = async (id: string) =>
  ((await portal.api.query('lists.get', { id })).data as { items: { quantity: number | null }[] }).items.map(
    ({ quantity }) => quantity,
  );

test('a list goes into the cart as a whole, and what stayed out is named with its reason', async () => {
  const id = await listOf([3, 90]);
  portal.show(`/lists/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Add all to the cart' }));
  expect(await screen.findByText('1 item added')).toBeTruthy();
  expect(screen.getByText(/not enough in stock/)).toBeTruthy();
});

test('goods change place, and what was taken off comes back where it stood', async () => {
  const id = await listOf([1, 2, 3]);
  portal.show(`/lists/${id}`);
  await userEvent.click((await screen.findAllByRole('button', { name: /^Move .* down$/ }))[0]!);
  await waitFor(async () => expect(await stored(id)).toEqual([2, 1, 3]));
  await userEvent.click(screen.getAllByRole('button', { name: /off the list$/ })[0]!);
  await waitFor(async () => expect(await stored(id)).toEqual([1, 3]));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await stored(id)).toEqual([2, 1, 3]));
});
