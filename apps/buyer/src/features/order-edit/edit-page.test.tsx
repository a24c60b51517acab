import { screen, waitFor, within } from '@testing-library/react';
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
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => portal.shop.addSku({ north: 100 })));
  const buyer = await portal.shop.addBuyer();
  await portal.api.signIn(buyer.login);
  const lines = [first, second].map((sku) => ({ skuId: sku!.skuId, quantity: 2 }));
  const cart = (await portal.api.mutate('cart.change', { mode: 'set', lines })).data as { id: string };
  const { data } = await portal.api.mutate('orders.place', {
    idempotencyKey: crypto.randomUUID(),
    cartId: cart.id,
    expectedTotal: 5_000,
    addressId: buyer.addressId,
    contactName: '王五',
    phone: '13800000000',
    paymentTerms: 'on-delivery',
  });
  const [line] = await portal.shop.raw`select item_number from skus where id = ${third!.skuId}`;
  return { ...(data as { id: string; number: string }), other: line?.item_number as string };
};

test('an order is changed: more of one, none of another, one new; the difference is seen before it is saved', async () => {
  const { id, other } = await placed();
  portal.show(`/orders/${id}`);
  await userEvent.click(await screen.findByRole('link', { name: 'Change order' }));
  expect(await screen.findByText('No difference')).toBeTruthy();
  const [quantity] = await screen.findAllByRole('textbox', { name: /^Quantity of/ });
  await userEvent.clear(quantity!);
  await userEvent.type(quantity!, '5');
  await userEvent.click(screen.getAllByRole('button', { name: /^Remove/ })[1]!);
  await userEvent.type(screen.getByLabelText('Add goods'), `${other}{Enter}`);
  expect(await screen.findByText('new')).toBeTruthy();
  // 5 and 1 at ¥12.50 each.
  await screen.findByText('¥0.00 → ¥12.50');
  const save = () => screen.getAllByRole('button', { name: 'Save changes' })[0]!;
  await waitFor(() => expect(save().getAttribute('aria-disabled')).not.toBe('true'));
  await userEvent.click(save());
  expect(await screen.findByText('Order changed, total ¥75.00')).toBeTruthy();
  expect(await screen.findByText('Differences')).toBeTruthy();
  const stored = await portal.shop.raw`select quantity::int from order_lines where order_id = ${id} order by 1`;
  expect(stored.map(({ quantity }) => quantity)).toEqual([1, 5]);
});

test('a change that leaves nothing, or that stock does not cover, cannot be saved and says why', async () => {
  const { id } = await placed();
  portal.show(`/orders/${id}/edit`);
  const [quantity] = await screen.findAllByRole('textbox', { name: /^Quantity of/ });
  await userEvent.clear(quantity!);
  await userEvent.type(quantity!, '500');
  expect(await screen.findByText(/not enough in stock|only 100/i)).toBeTruthy();
  for (const remove of screen.getAllByRole('button', { name: /^Remove/ })) await userEvent.click(remove);
  const [save] = screen.getAllByRole('button', { name: 'Save changes' });
  expect(save!.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(save!.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'at least one item',
  );
  expect(within(document.body).getAllByRole('button', { name: /^Put .* back$/ })).toHaveLength(2);
});
