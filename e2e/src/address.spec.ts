import { expectAccessible } from './support/axe.ts';
import { desk, expect, phone, test } from './support/journey.ts';
import { signIn } from './support/portal.ts';

test.describe('a desk in Chinese', () => {
  test.use({ size: desk, language: 'zh-CN' });

  test('an address is chosen from province to street by the keyboard alone, by its pinyin', async ({
    portal,
    shop,
  }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('address 1')).owner);
    await page.goto('/account');
    await page.getByRole('button', { name: words('checkout_add_address') }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: words('address_title_new') });
    await dialog.getByLabel(words('address_contact')).focus();
    await page.keyboard.type('王小明');
    await page.keyboard.press('Tab');
    await page.keyboard.type('13900001111');
    const choose = async (key: string, spelt: string, name: string) => {
      await page.keyboard.press('Tab');
      const field = dialog.getByRole('combobox', { name: words(key), exact: true });
      await expect(field).toBeFocused();
      await page.keyboard.type(spelt);
      await expect(page.getByRole('option', { name })).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(field).toHaveValue(name);
    };
    await choose('address_province', 'zhej', '浙江省');
    await choose('address_city', 'hangz', '杭州市');
    await choose('address_district', 'xihu', '西湖区');
    await expectAccessible(portal, 'the form of an address');
    const street = dialog.getByLabel(words('address_street'));
    for (let tabs = 0; tabs < 3 && !(await street.evaluate((field) => field === document.activeElement)); tabs++)
      await page.keyboard.press('Tab');
    await page.keyboard.type('文三路 90 号');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/浙江省.*杭州市.*西湖区.*文三路 90 号/).first()).toBeVisible();
  });
});

test.describe('a phone in English', () => {
  test.use({ size: phone, language: 'en' });

  test('an address from a chat is pasted whole and stands in its parts', async ({ portal, shop }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('address 2')).owner);
    await page.goto('/account');
    await page.getByRole('button', { name: words('checkout_add_address') }).click();
    const dialog = page.getByRole('dialog', { name: words('address_title_new') });
    await dialog.getByLabel(words('checkout_paste')).fill('Zhang San 13800138000 广东省深圳市南山区科技园路1号');
    await dialog.getByRole('button', { name: words('checkout_paste_read') }).click();
    await expect(dialog.getByRole('combobox', { name: words('address_province') })).toHaveValue('广东省');
    await expect(dialog.getByRole('combobox', { name: words('address_city') })).toHaveValue('深圳市');
    await expect(dialog.getByRole('combobox', { name: words('address_district') })).toHaveValue('南山区');
    await expect(dialog.getByLabel(words('address_contact'))).toHaveValue('Zhang San');
    await expect(dialog.getByLabel(words('address_phone'))).toHaveValue('13800138000');
    await expect(dialog.getByLabel(words('address_street'))).toHaveValue('科技园路1号');
    await expectAccessible(portal, 'an address that was read');
    await dialog.getByRole('button', { name: words('save'), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/科技园路1号/).first()).toBeVisible();
  });
});
