import { expect, test } from './support/journey.ts';
import { addToCart, checkOut, chooseGoods, placedOrder, signIn } from './support/portal.ts';

test('an impatient buyer who presses again and again places one order', async ({ portal, shop }) => {
  const customer = await shop.customer('once 1');
  const before = await shop.orders(customer);
  await signIn(portal, customer.owner);
  await chooseGoods(portal, await shop.goods('once 1'));
  await addToCart(portal);
  const place = await checkOut(portal, 'checkout_on_delivery');
  // The order stays on its way until the last press, however slow the presses are.
  const impatience = Promise.withResolvers<void>();
  await portal.page.route('**/trpc/orders.place**', async (route) => {
    await impatience.promise;
    await route.continue();
  });
  await place.dblclick();
  for (let press = 0; press < 4; press++) await place.click({ force: true });
  impatience.resolve();
  await placedOrder(portal);
  expect(await shop.orders(customer)).toBe(before + 1);
});

test('an answer that was lost on the way is asked for again and finds the order placed', async ({ portal, shop }) => {
  const customer = await shop.customer('once 2');
  const before = await shop.orders(customer);
  await signIn(portal, customer.owner);
  await chooseGoods(portal, await shop.goods('once 2'));
  await addToCart(portal);
  const place = await checkOut(portal, 'checkout_on_delivery');
  let lost = 0;
  await portal.page.route('**/trpc/orders.place**', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await place.click();
  await expect.poll(() => shop.orders(customer)).toBe(before + 1);
  if (!/\/orders\//.test(portal.page.url())) await place.click();
  await placedOrder(portal);
  expect(await shop.orders(customer)).toBe(before + 1);
});

test('two tabs that check out the same cart place one order, and the late one is told which', async ({
  portal,
  shop,
}) => {
  const customer = await shop.customer('once 3');
  const before = await shop.orders(customer);
  await signIn(portal, customer.owner);
  await chooseGoods(portal, await shop.goods('once 3'));
  await addToCart(portal);
  const first = await checkOut(portal, 'checkout_on_delivery');
  const other = { ...portal, page: await portal.page.context().newPage() };
  const second = await checkOut(other, 'checkout_on_delivery');
  // The late tab has not heard yet that its cart is gone.
  await other.page.route('**/trpc/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await first.click();
  const number = await placedOrder(portal);
  await second.click();
  await expect(other.page.getByText(number).first()).toBeVisible();
  expect(await shop.orders(customer)).toBe(before + 1);
});
