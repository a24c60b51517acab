import { expect, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { signIn } from './support/portal.ts';

test('an order of another company is not found', async ({ portal, open, shop }) => {
  await signIn(portal, (await shop.customer('strangers 1')).owner);
  const number = await placeOrder(portal, shop, await shop.goods('strangers'));

  const stranger = await open('buyer');
  await signIn(stranger, (await shop.customer('strangers 2')).owner);
  await stranger.page.goto(new URL(portal.page.url()).pathname);
  await expect(stranger.page.getByText(stranger.words('refusal_order_not_found'))).toBeVisible();
  await expect(stranger.page.getByText(number)).toHaveCount(0);
});

test('a page that needs somebody signed in asks who, and then goes on to that page', async ({ portal }) => {
  const { page, words } = portal;
  await page.goto('/orders');
  await expect(page.getByRole('button', { name: words('sign_in_submit') })).toBeVisible();
  await page.getByLabel(words('sign_in_login')).fill('owner');
  await page.getByLabel(words('sign_in_password'), { exact: true }).fill('tradeline');
  await page.getByRole('button', { name: words('sign_in_submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('orders_title') })).toBeVisible();
  await expect(page).toHaveURL(/\/orders$/);
});

test('a wrong password and an unknown account read alike, and neither opens the shop', async ({ portal }) => {
  const { page, words } = portal;
  for (const login of ['owner', 'nobody.at.all']) {
    await page.goto('/sign-in');
    await page.getByLabel(words('sign_in_login')).fill(login);
    await page.getByLabel(words('sign_in_password'), { exact: true }).fill('not the password');
    await page.getByRole('button', { name: words('sign_in_submit') }).click();
    await expect(page.getByText(words('refusal_sign_in_failed'))).toBeVisible();
  }
});

test('staff have no account in the portal, and buyers none in the console', async ({ portal, console: staff }) => {
  for (const [app, login] of [
    [portal, 'admin'],
    [staff, 'owner'],
  ] as const) {
    await app.page.goto('/sign-in');
    await app.page.getByLabel(app.words('sign_in_login')).fill(login);
    await app.page.getByLabel(app.words('sign_in_password'), { exact: true }).fill('tradeline');
    await app.page.getByRole('button', { name: app.words('sign_in_submit') }).click();
    await expect(app.page.getByText(app.words('refusal_sign_in_failed'))).toBeVisible();
  }
});
