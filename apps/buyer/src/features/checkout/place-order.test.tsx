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

const orderCount = async () => Number((await portal.shop.raw`select count(*)::int as n from orders`)[0]?.n);

const withCart = async (lines: { skuId: string; quantity: number }[]) => {
  const buyer = await portal.shop.addBuyer();
  await portal.api.signIn(buyer.login);
  await portal.api.mutate('cart.change', { mode: 'set', lines });
  return buyer;
};

test('a stranger is led to the door, and from there to the page he wanted', async () => {
  const buyer = await portal.shop.addBuyer();
  portal.show('/cart');
  await userEvent.type(await screen.findByLabelText('Account'), buyer.login);
  await userEvent.type(screen.getByLabelText('Password'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('wrong');
  expect((screen.getByLabelText('Account') as HTMLInputElement).value).toBe(buyer.login);
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Your cart is empty')).toBeTruthy();
});

test('the cart is priced at every keystroke by the rule that prices the order, and a broken rule stops the checkout', async () => {
  const { skuId } = await portal.shop.addSku({ price: 123_450, north: 500, min: 10, multiple: 5 });
  await withCart([{ skuId, quantity: 10 }]);
  portal.show('/cart');
  const quantity = await screen.findByRole('textbox', { name: /Quantity of Wrench/ });
  await userEvent.clear(quantity);
  await userEvent.type(quantity, '25');
  expect(screen.getAllByText('¥308.63').length).toBeGreaterThan(0); // 25 × 12.345 = 308.625, half up
  await userEvent.type(quantity, '6');
  expect(screen.getAllByRole('status').map((each) => each.textContent)).toContainEqual(
    expect.stringContaining('In steps of 5'),
  );
  for (const checkout of screen.getAllByRole('button', { name: 'Check out' }))
    expect(checkout.getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: '255' }));
  await waitFor(async () => {
    const stored = (await portal.api.query('cart.get')).data as { items: { quantity: number }[] };
    expect(stored.items[0]?.quantity).toBe(255);
  });
});

test('pressing twice places one order, and its page shows it', async () => {
  const { skuId } = await portal.shop.addSku({ north: 100 });
  await withCart([{ skuId, quantity: 4 }]);
  const before = await orderCount();
  portal.show('/checkout');
  const [place] = await screen.findAllByRole('button', { name: 'Place order' });
  await waitFor(() =>
    expect((screen.getByRole('radio', { name: /Cash on delivery/ }) as HTMLElement).getAttribute('aria-checked')).toBe(
      'true',
    ),
  );
  await userEvent.dblClick(place!);
  expect(await screen.findByText('Order placed', { selector: 'p' })).toBeTruthy();
  expect(await orderCount()).toBe(before + 1);
});

test('when the answer is lost, the form keeps what was typed and the next press places nothing twice', async () => {
  const { skuId } = await portal.shop.addSku({ north: 100 });
  await withCart([{ skuId, quantity: 4 }]);
  const before = await orderCount();
  portal.show('/checkout');
  const [place] = await screen.findAllByRole('button', { name: 'Place order' });
  await userEvent.type(screen.getByLabelText(/^Note/), 'ring twice');
  await waitFor(() =>
    expect((screen.getByRole('radio', { name: /Cash on delivery/ }) as HTMLElement).getAttribute('aria-checked')).toBe(
      'true',
    ),
  );
  portal.loseAnswers(true);
  await userEvent.click(place!);
  expect(await screen.findByText(/Pressing again will not place a second order/)).toBeTruthy();
  expect((screen.getByLabelText(/^Note/) as HTMLInputElement).value).toBe('ring twice');
  expect(await orderCount()).toBe(before + 1);
  portal.loseAnswers(false);
  await userEvent.click(place!);
  expect(await screen.findByText('Order placed', { selector: 'p' })).toBeTruthy();
  expect(await orderCount()).toBe(before + 1);
});

test('credit terms that do not reach say why before anything is sent', async () => {
  const { skuId } = await portal.shop.addSku({ price: 1_000_000, north: 100 });
  const buyer = await portal.shop.addBuyer({ creditLimit: 5_000, termDays: 30 });
  await portal.api.signIn(buyer.login);
  await portal.api.mutate('cart.change', { mode: 'set', lines: [{ skuId, quantity: 1 }] });
  portal.show('/checkout');
  expect(await screen.findByText(/¥50.00 above the credit limit/)).toBeTruthy();
  expect(portal.calls.some((call) => call.includes('orders.place'))).toBe(false);
});
