import { expect, test } from './support/journey.ts';
import { addToCart, checkOut, chooseGoods, placedOrder, portalStatus, signIn, visible } from './support/portal.ts';

test('a payment by WeChat whose notice comes three times counts once, and comes back when the order is cancelled', async ({
  portal,
  shop,
  request,
}) => {
  const { page, words } = portal;
  const customer = await shop.customer('payment');
  await signIn(portal, customer.owner);
  await chooseGoods(portal, await shop.goods('payment'));
  await addToCart(portal);
  await (await checkOut(portal, 'checkout_on_delivery')).click();
  await placedOrder(portal);
  const orderAddress = new URL(page.url()).pathname;

  await visible(page.getByRole('link', { name: words('pay_now') })).click();
  await page.getByRole('radio', { name: words('pay_wechat') }).click();
  await page.locator('main button', { hasText: '¥' }).click();
  await expect(page.getByRole('img', { name: words('pay_wechat') })).toBeVisible();

  // The payer's phone: the page that the code leads to.
  const link = page.getByRole('link', { name: words('pay_open_page') });
  const address = (await link.getAttribute('href')) ?? '';
  await request.post(`${new URL(address).origin}/control/behaviour`, { data: { copies: 3 } });
  const phone = await page.context().newPage();
  await phone.goto(address);
  await phone.getByRole('button').click();
  await phone.close();

  await expect(page.getByText(words('pay_done_title'))).toBeVisible();
  await page.goto(orderAddress);
  await expect(page.getByText(words('payment_paid'), { exact: true }).first()).toBeVisible();
  await expect(page.getByText(words('action_capture_payment'))).toHaveCount(1);

  await visible(page.getByRole('button', { name: words('order_cancel'), exact: true })).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('order_cancel'), exact: true })
    .click();
  await expect(portalStatus(portal, 'cancelled')).toBeVisible();
  await page.goto(orderAddress.replace('/orders/', '/pay/'));
  await expect(page.getByText(words('pay_refund_succeeded'))).toBeVisible();
});
