import { expect, phone, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { portalStatus, signIn, visible } from './support/portal.ts';

test('a payment by WeChat whose notice comes three times counts once, and comes back when the order is cancelled', async ({
  portal,
  shop,
  request,
}) => {
  const { page, words } = portal;
  const customer = await shop.customer('payment');
  await signIn(portal, customer.owner);
  await placeOrder(portal, shop, await shop.goods('payment'));
  const orderAddress = new URL(page.url()).pathname;

  await visible(page.getByRole('link', { name: words('pay_now') })).click();
  await page.getByRole('radio', { name: words('pay_wechat') }).click();
  await page.locator('main button', { hasText: '¥' }).click();
  await expect(page.getByRole('img', { name: words('pay_wechat') })).toBeVisible();

  // The payer's phone: the page that the code leads to.
  const link = page.getByRole('link', { name: words('pay_open_page') });
  const address = (await link.getAttribute('href')) ?? '';
  await request.post(`${new URL(address).origin}/control/behaviour`, { data: { copies: 3 } });
  const payer = await page.context().newPage();
  await payer.goto(address);
  await payer.getByRole('button').click();
  await payer.close();

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

const IN_WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.55 Language/zh_CN';

test('who opens the portal inside WeChat is named by WeChat once, and pays in its window; a cancelled window takes nothing', async ({
  open,
  shop,
  request,
}) => {
  const portal = await open('buyer', phone);
  const { page, words } = portal;
  // The app around the page: what it calls itself, and its window, whose person first cancels and then confirms.
  let gateway = '';
  let asked = 0;
  const answers: string[] = [];
  await page.exposeFunction('openWechatWindow', async (wish: object) => {
    const isFirst = answers.length === 0;
    const answer = isFirst
      ? { err_msg: 'get_brand_wcpay_request:cancel' }
      : await (await request.post(`${gateway}/control/bridge`, { data: { request: wish } })).json();
    answers.push(answer.err_msg);
    return answer;
  });
  await page.addInitScript((userAgent) => {
    Object.defineProperty(navigator, 'userAgent', { get: () => userAgent });
    const ask = (asked: object) =>
      (window as unknown as { openWechatWindow: (_: object) => Promise<object> }).openWechatWindow(asked);
    Object.assign(window, {
      WeixinJSBridge: {
        invoke: (_: string, asked: object, then: (answer: object) => void) => void ask(asked).then(then),
      },
    });
  }, IN_WECHAT);
  page.on('request', (sent) => {
    const to = new URL(sent.url());
    if (to.pathname !== '/connect/oauth2/authorize') return;
    gateway = to.origin;
    asked += 1;
  });

  const customer = await shop.customer('payment inside WeChat');
  await signIn(portal, customer.owner);
  await placeOrder(portal, shop, await shop.goods('payment inside WeChat'));
  await visible(page.getByRole('link', { name: words('pay_now') })).click();
  await expect(page.getByText(words('pay_inside_others'))).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(1);
  const pay = page.locator('main button', { hasText: '¥' });
  await pay.click();

  // WeChat has sent him back, and its window has opened and was closed.
  await expect(page.getByText(words('pay_bridge_cancelled'))).toBeVisible();
  await expect(page).toHaveURL(/\/pay\/[0-9a-f-]{36}$/u);
  expect(answers).toEqual(['get_brand_wcpay_request:cancel']);
  await pay.click();
  await expect(page.getByText(words('pay_done_title'))).toBeVisible();
  expect(answers).toEqual(['get_brand_wcpay_request:cancel', 'get_brand_wcpay_request:ok']);
  expect(asked, 'how often WeChat was asked who he is').toBe(1);
});
