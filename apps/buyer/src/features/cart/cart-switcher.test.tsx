import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { httpClient } from '@tradeline/api/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

/** Me at the screen with one line in my cart, and a colleague who works elsewhere. */
const twoOfUs = async () => {
  const { skuId } = await portal.shop.addSku({ north: 900 });
  const me = await portal.shop.addBuyer();
  const other = await portal.shop.addBuyer({ companyId: me.company.id });
  const colleague = httpClient(portal.shop, 'buyer');
  await colleague.signIn(other.login);
  await portal.api.signIn(me.login);
  const put = (client: typeof colleague, quantity: number) =>
    client.mutate('cart.change', { mode: 'add', lines: [{ skuId, quantity }] });
  return { me, other, colleague, put, skuId };
};
const open = async (cart: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name: typeof cart === 'string' ? `Cart: ${cart}` : cart }));
const press = async (entry: string | RegExp) => userEvent.click(await screen.findByRole('menuitem', { name: entry }));
const quantity = async () =>
  ((await screen.findByRole('textbox', { name: /Quantity of Wrench/ })) as HTMLInputElement).value;

test('a new cart is named, takes over, and the first one is one press away with its goods', async () => {
  const { put } = await twoOfUs();
  await put(portal.api, 3);
  portal.show('/cart');
  expect(await quantity()).toBe('3');
  await open('Standard cart');
  await press('New cart');
  await userEvent.type(await screen.findByLabelText(/^Name/), 'New shop{Enter}');
  await screen.findByRole('button', { name: 'Cart: New shop' });
  expect(await screen.findByText('Your cart is empty')).toBeTruthy();
  await open('New shop');
  await press(/^Standard cart/);
  expect(await quantity()).toBe('3');
});

test('a colleague’s shared cart is chosen, says who put in what, and is typed into', async () => {
  const { other, colleague, put } = await twoOfUs();
  await put(colleague, 5);
  const { id } = (await colleague.query('cart.get')).data as { id: string };
  await colleague.mutate('cart.share', { id, shared: true });
  await put(portal.api, 1);
  portal.show('/cart');
  await open('Standard cart');
  await press(new RegExp(`${other.name}’s cart`));
  expect(await screen.findByText(`Added by ${other.name}`)).toBeTruthy();
  const field = await screen.findByRole('textbox', { name: /Quantity of Wrench/ });
  await userEvent.clear(field);
  await userEvent.type(field, '8');
  await waitFor(async () =>
    expect((await colleague.query('cart.get')).data).toMatchObject({ items: [{ quantity: 8 }] }),
  );
  await open(/^Cart: .*’s cart/);
  await press('New cart');
  expect(screen.queryByRole('menuitem', { name: 'Delete this cart' })).toBeNull();
});

test('a cart is shared and taken back; the colleague reads where his goods go now', async () => {
  const { me, other, colleague, put } = await twoOfUs();
  await put(portal.api, 2);
  portal.show('/cart');
  await open('Standard cart');
  await press('Share with colleagues');
  await screen.findByText('Colleagues can fill and order this cart now');
  const [shared] = ((await colleague.query('cart.list')).data as { id: string; own: boolean }[]).filter(
    (cart) => !cart.own,
  );
  await colleague.mutate('cart.choose', { id: shared?.id });
  await open('Standard cart');
  await press('Stop sharing');
  await screen.findByText('Only you use this cart now');
  portal.reset();
  await portal.api.signIn(other.login);
  portal.show('/cart');
  expect(await screen.findByText(new RegExp(`^${me.name} no longer shares`))).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(/no longer shares/)).toBeNull());
});

test('a deleted cart comes back by undo', async () => {
  const { put } = await twoOfUs();
  await put(portal.api, 4);
  portal.show('/cart');
  await quantity();
  await open('Standard cart');
  await press('Delete this cart');
  expect(await screen.findByText('Your cart is empty')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await quantity()).toBe('4');
});

test('a menu that is open stays open while the cart under it comes to be another', async () => {
  const { other, colleague, put } = await twoOfUs();
  await put(colleague, 5);
  const { id } = (await colleague.query('cart.get')).data as { id: string };
  await colleague.mutate('cart.share', { id, shared: true });
  portal.show('/cart');
  await screen.findByText('Your cart is empty');
  await open(/^Cart:/);
  await press(new RegExp(`${other.name}’s cart`));
  const field = await screen.findByRole('textbox', { name: /Quantity of Wrench/ });
  await colleague.mutate('cart.discard', { id });
  await userEvent.type(field, '8');
  await open(/^Cart: .*’s cart/);
  const entry = await screen.findByRole('menuitem', { name: 'New cart' });
  expect(await screen.findByText('Browse goods')).toBeTruthy();
  await userEvent.click(entry);
  expect(await screen.findByLabelText(/^Name/)).toBeTruthy();
});
