import { expectAccessible } from './support/axe.ts';
import { desk, expect, phone, test } from './support/journey.ts';
import { addToCart, checkOut, chooseGoods, placedOrder, signIn, visible } from './support/portal.ts';

for (const [size, language, scheme, whose] of [
  [desk, 'zh-CN', 'light', 'portal-accessibility 1'],
  [phone, 'en', 'dark', 'portal-accessibility 2'],
] as const)
  test.describe(`${size.width} px, ${language}, ${scheme}`, () => {
    test.use({ size, language });

    test('every screen of the portal can be read and worked by everybody', async ({ portal, shop }) => {
      // Many screens, one after another.
      test.slow();
      const { page, words } = portal;
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: words('sign_in_submit') })).toBeVisible();
      await expectAccessible(portal, 'sign in');
      await signIn(portal, (await shop.customer(whose)).owner);
      await expect(page.getByText(words('home_usual')).first()).toBeVisible();
      await expectAccessible(portal, 'home');
      await chooseGoods(portal, await shop.goods(whose));
      await expectAccessible(portal, 'product');
      await addToCart(portal);
      await page.goto('/goods');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main').getByRole('link').nth(8)).toBeVisible();
      await expectAccessible(portal, 'goods');
      await page.goto('/cart');
      await expect(visible(page.getByRole('button', { name: words('cart_checkout') }))).toBeVisible();
      await expectAccessible(portal, 'cart');
      const button = await checkOut(portal, 'checkout_on_delivery');
      await expectAccessible(portal, 'checkout');
      await button.click();
      await placedOrder(portal);
      await expectAccessible(portal, 'order');
      await page.goto('/orders');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(portal, 'orders');
      await page.goto('/account');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(portal, 'account');
    });
  });
