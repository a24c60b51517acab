import { expectAccessible } from './support/axe.ts';
import { desk, expect, phone, test } from './support/journey.ts';
import { chooseGoods, signIn } from './support/portal.ts';

for (const [size, language, scheme, whose] of [
  [phone, 'zh-CN', 'light', 'product-and-lists 1'],
  [desk, 'en', 'dark', 'product-and-lists 2'],
] as const)
  test.describe(`${size.width} px, ${language}, ${scheme}`, () => {
    test.use({ size, language });

    test('goods are looked at closely, given our own code, kept on a list, and the list ordered as a whole', async ({
      portal,
      shop,
    }) => {
      const { page, words } = portal;
      const code = `E2E-${size.width}`;
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await signIn(portal, (await shop.customer(whose)).owner);
      await chooseGoods(portal, await shop.goods(whose));

      await page.getByRole('button', { name: words('product_zoom') }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();

      await page.getByRole('button', { name: words('product_my_code_add') }).click();
      await page.getByRole('textbox', { name: words('codes_code') }).fill(code);
      await page.getByRole('button', { name: words('codes_save') }).click();
      await expect(page.getByText(code).first()).toBeVisible();

      await page.getByRole('button', { name: words('lists_add_to') }).click();
      await page.getByRole('menuitem', { name: words('lists_new') }).click();
      await page.getByRole('textbox', { name: words('lists_name') }).fill('Journey');
      await page.getByRole('button', { name: words('lists_create') }).click();
      await page.getByRole('button', { name: words('lists_open') }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Journey' })).toBeVisible();
      await expectAccessible(portal, 'list');
      await page.getByRole('button', { name: words('lists_add_all') }).click();
      await expect(page.getByRole('dialog', { name: words('lists_report_title') })).toBeVisible();
      await page.getByRole('link', { name: words('goods_view_cart') }).click();
      await page.waitForURL('**/cart');

      await page.goto('/lists');
      await expect(page.getByRole('link', { name: /Journey/ })).toBeVisible();
      await expectAccessible(portal, 'lists');
      await page.goto('/codes');
      await expect(page.getByText(code).first()).toBeVisible();
      await expectAccessible(portal, 'codes');
    });
  });
