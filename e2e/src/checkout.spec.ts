import { expectAccessible } from './support/axe.ts';
import { expect, phone, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

test.use({ size: phone, language: 'zh-CN' });

test('somebody who knows only what the screens say orders what he always orders, in four taps', async ({
  portal,
  shop,
}) => {
  const { page, words } = portal;
  await signIn(portal, (await shop.creditworthy('checkout')).owner);
  let taps = 0;
  const tap = async (target: ReturnType<typeof page.locator>): Promise<void> => {
    await visible(target).click();
    taps++;
  };
  const started = Date.now();
  await tap(page.getByRole('button', { name: new RegExp(`^${words('goods_add')} `), disabled: false }));
  await expect(page.getByText(words('goods_added'))).toBeVisible();
  await tap(page.getByRole('navigation').getByRole('link', { name: new RegExp(words('nav_cart')) }));
  await tap(page.getByRole('button', { name: words('cart_checkout') }));
  await page.waitForURL('**/checkout');
  const place = visible(page.getByRole('button', { name: words('checkout_place'), exact: true }));
  await expect(place).toBeEnabled();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(portal, 'checkout');
  await tap(place);
  await page.waitForURL(/\/(orders|pay)\/[0-9a-f-]{36}/);
  expect(taps).toBe(4);
  test
    .info()
    .annotations.push({ type: 'seconds from the first tap', description: String((Date.now() - started) / 1000) });
});
