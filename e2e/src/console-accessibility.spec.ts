import { expectAccessible } from './support/axe.ts';
import { desk, expect, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

for (const [size, language, scheme] of [
  [desk, 'en', 'light'],
  [{ width: 820, height: 1180 }, 'zh-CN', 'dark'],
] as const)
  test.describe(`${size.width} px, ${language}, ${scheme}`, () => {
    test.use({ size, language });

    test('every screen of the console can be read and worked by everybody', async ({ console: staff }) => {
      const { page, words } = staff;
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: words('sign_in_submit') })).toBeVisible();
      await expectAccessible(staff, 'sign in');
      await signIn(staff, 'admin');
      await expect(page.getByText(words('overview_newest'))).toBeVisible();
      await expectAccessible(staff, 'overview');
      for (const [path, title] of [
        ['orders', 'orders_title'],
        ['products', 'products_title'],
        ['customers', 'customers_title'],
      ] as const) {
        await page.goto(`/${path}`);
        await expect(page.getByRole('heading', { level: 1, name: words(title) })).toBeVisible();
        const first = visible(page.getByRole('main').locator(`a[href*="/${path}/"]:not([href$="/new"])`));
        await expect(first).toBeVisible();
        await expectAccessible(staff, path);
        await first.click();
        await page.waitForURL(new RegExp(`/${path}/[0-9a-f-]{36}`));
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(words(title));
        await expectAccessible(staff, `one of the ${path}`);
      }
      for (const [path, title] of [
        ['stock/lots', 'stock_tab_lots'],
        ['stock/sharing', 'stock_tab_sharing'],
        ['picking/put-back', 'fulfil_put_back'],
        ['picking/owed', 'fulfil_owed'],
      ] as const) {
        await page.goto(`/${path}`);
        await expect(page.getByRole('heading', { level: 1, name: words(title), exact: true })).toBeVisible();
        await expectAccessible(staff, path);
      }
      await page.goto('/reports?group=customer');
      await expect(page.getByRole('heading', { level: 1, name: words('report_sales') })).toBeVisible();
      await expect(page.getByText(words('report_sum'))).toBeVisible();
      await expectAccessible(staff, 'sales report');
      await page.goto('/account');
      await expect(page.getByText(words('sessions_title')).first()).toBeVisible();
      await expectAccessible(staff, 'account');
    });
  });
