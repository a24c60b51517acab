import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
let productId: string;
beforeAll(async () => {
  portal = await openPortal();
  ({ productId } = await portal.shop.addSku({ price: 88_0000, north: 5 }));
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

const storefront = (value: string) => portal.shop.raw`update shop set storefront = ${value}`;
/** Procedures that only a signed-in buyer may call. */
const buyersOnly = () =>
  portal.calls.flatMap((call) => call.split(',')).filter((call) => /usual|cart|orders/u.test(call));

test('a closed shop shows a stranger nothing but its door', async () => {
  await storefront('login-required');
  portal.show(`/goods/${productId}`);
  expect(await screen.findByLabelText('Account')).toBeTruthy();
  expect(screen.queryByText('Look around without signing in')).toBeNull();
});

test('an open shop without prices shows goods, and the door where a price would be', async () => {
  await storefront('prices-hidden');
  portal.show('/goods');
  expect(await screen.findByRole('link', { name: 'Sign in for price' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('88.00');
  expect(screen.queryByRole('button', { name: /Add to cart/u })).toBeNull();
  expect(buyersOnly()).toEqual([]);
});

test('a public shop shows base prices', async () => {
  await storefront('public');
  portal.show(`/goods/${productId}`);
  expect((await screen.findAllByText(/88\.00/u)).length).toBeGreaterThan(0);
  expect(buyersOnly()).toEqual([]);
});

test('the cart asks a stranger to sign in and is there afterwards', async () => {
  await storefront('public');
  const buyer = await portal.shop.addBuyer();
  portal.show('/');
  await userEvent.click((await screen.findAllByRole('link', { name: 'Cart' }))[0]!);
  await userEvent.type(await screen.findByLabelText('Account'), buyer.login);
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(screen.getByText('Your cart is empty')).toBeTruthy());
});
