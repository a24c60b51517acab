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

const stored = async () =>
  ((await portal.api.query('cart.get')).data as { items: { skuId: string; quantity: number }[] }).items.map(
    ({ quantity }) => quantity,
  );

const shown = async (quantities: number[]) => {
  const lines = [];
  for (const quantity of quantities) lines.push({ skuId: (await portal.shop.addSku({ north: 900 })).skuId, quantity });
  await portal.api.signIn((await portal.shop.addBuyer()).login);
  await portal.api.mutate('cart.change', { mode: 'set', lines });
  const screenOf = portal.show('/cart');
  await screen.findAllByRole('textbox', { name: /Quantity of Wrench/ });
  return screenOf;
};

test('what is removed comes back by undo, as it was', async () => {
  await shown([3, 7]);
  await userEvent.click(screen.getAllByRole('button', { name: /^Remove Wrench/ })[0]!);
  await waitFor(async () => expect(await stored()).toHaveLength(1));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await stored()).toSorted((a, b) => a - b)).toEqual([3, 7]));
});

test('what was typed last is what the server has, however fast it was typed', async () => {
  await shown([1]);
  const field = screen.getByRole('textbox', { name: /Quantity of Wrench/ });
  for (const quantity of ['12', '345', '67']) {
    await userEvent.clear(field);
    await userEvent.type(field, quantity);
  }
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(await stored()).toEqual([67]);
});

test('leaving the page at once loses nothing', async () => {
  const { unmount } = await shown([1]);
  const field = screen.getByRole('textbox', { name: /Quantity of Wrench/ });
  await userEvent.clear(field);
  await userEvent.type(field, '42');
  unmount();
  await waitFor(async () => expect(await stored()).toEqual([42]));
});

test('without the network the cart says so, keeps what was typed, and sends it when the network is back', async () => {
  await shown([1]);
  portal.loseAnswers(true);
  const field = screen.getByRole('textbox', { name: /Quantity of Wrench/ });
  await userEvent.clear(field);
  await userEvent.type(field, '9');
  expect(await screen.findByText('Not saved; trying again')).toBeTruthy();
  expect((field as HTMLInputElement).value).toBe('9');
  portal.loseAnswers(false);
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(await stored()).toEqual([9]);
});
