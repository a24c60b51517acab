import { expectAccessible } from './support/axe.ts';
import { type App, desk, expect, phone, say, test } from './support/journey.ts';
import { signIn } from './support/portal.ts';

/** What stands in the fields of an open table of quantities. */
const fields = ({ page }: App) => page.locator('[data-matrix] input[data-row]');
const cartLines = async ({ page }: App): Promise<number> => {
  await page.goto('/cart');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const lines = page.getByRole('main').getByRole('textbox');
  await expect(lines.first()).toBeVisible();
  return lines.count();
};
/** Prices of the cards from above, in yuan. */
const pricesOf = ({ page }: App) =>
  page
    .locator('main li')
    .locator('text=/^¥[0-9.,]+/')
    .evaluateAll((all) =>
      all.map((each) => Number((/¥([\d,.]+)/.exec(each.textContent ?? '')?.[1] ?? '').replaceAll(',', ''))),
    );

test.describe('a phone in Chinese', () => {
  test.use({ size: phone, language: 'zh-CN' });

  test('goods found by the initials of their pinyin, filtered, and ordered from the table of their variants', async ({
    portal,
    shop,
  }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('find-and-order 1')).owner);
    const search = page.getByRole('combobox', { name: words('goods_search_label') });
    await search.click();
    await expect(page.getByRole('grid', { name: words('search_suggestions') })).toBeAttached();
    await search.pressSequentially('lsd');
    await expect(page.getByRole('gridcell', { name: /螺丝刀/ }).first()).toBeVisible();
    await expectAccessible(portal, 'suggestions');
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('lsd');
    await page.getByRole('button', { name: new RegExp(`^${words('goods_filter')}`) }).click();
    const filters = page.getByRole('dialog');
    await filters.getByText(words('goods_in_stock')).click();
    await expectAccessible(portal, 'filters');
    await filters.getByRole('button', { name: /^查看 \d+/ }).click();
    await expect(page).toHaveURL(/stock=true/);
    await page
      .getByRole('button', { name: new RegExp(words('search_choose_variants')) })
      .first()
      .click();
    await expect(fields(portal).first()).toBeVisible();
    const many = Math.min(3, await fields(portal).count());
    for (let at = 0; at < many; at++) {
      const field = fields(portal).nth(at);
      await field.fill((await field.getAttribute('placeholder'))?.replaceAll(',', '') ?? '1');
    }
    await expectAccessible(portal, 'order matrix');
    await page.getByRole('button', { name: words('search_sheet_add', { count: many }) }).click();
    await expect(page.getByText(words('search_added_lines', { count: many }))).toBeVisible();
    expect(await cartLines(portal)).toBe(many);
  });
});

test.describe('a desk in English', () => {
  test.use({ size: desk, language: 'en' });

  test('filters with several values live in the address, and prices are sorted as they are shown', async ({
    portal,
    shop,
  }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('find-and-order 2')).owner);
    await page.goto('/goods');
    const filters = page.getByRole('complementary', { name: words('goods_filters') });
    const brands = filters.locator('details', { hasText: words('goods_brand') }).locator('label');
    await brands.nth(0).click();
    await expect(page).toHaveURL(/[?&]b=/);
    await brands.nth(1).click();
    await expect(page).toHaveURL(/[?&]b=[\w-]+\.[\w-]+/);
    const count = page.locator('header', { has: page.getByRole('heading', { level: 1 }) }).getByText(/products?$/);
    // Until the answer to both is there, the list still shows what one of them found.
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    const told = await count.textContent();
    const address = page.url();
    await page.reload();
    await expect(count).toHaveText(told ?? '');
    expect(page.url()).toBe(address);
    await expectAccessible(portal, 'goods with filters');
    await page.goBack();
    await expect(page).toHaveURL(/[?&]b=[\w-]+(&|$)/);
    await page.goForward();
    await expect(count).toHaveText(told ?? '');
    await page.goto(`${address}&sort=price-asc`);
    // The first cards stand before the others are drawn.
    await expect.poll(async () => (await pricesOf(portal)).length).toBeGreaterThan(5);
    const prices = await pricesOf(portal);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  test('a table of quantities is filled by the keyboard alone, goes in at once, and comes out again', async ({
    portal,
    shop,
  }) => {
    const { page, words, language } = portal;
    const goods = await shop.goods('find-and-order');
    await signIn(portal, (await shop.customer('find-and-order 3')).owner);
    await page.goto(`/goods?view=matrix&q=${encodeURIComponent(goods.number)}`);
    await expect(page.getByRole('link', { name: say(goods.name, language) }).first()).toBeVisible();
    const first = fields(portal).first();
    await first.focus();
    await page.keyboard.press('+');
    await expect(first).not.toHaveValue('');
    const least = await first.inputValue();
    await page.keyboard.press('Enter');
    await expect(first).not.toBeFocused();
    await page.keyboard.press('Shift+Enter');
    await expect(first).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('+');
    const add = page.getByRole('button', { name: 'Add 2 lines' });
    await expect(add).toBeVisible();
    await expectAccessible(portal, 'list as order matrix');
    await add.focus();
    await page.keyboard.press('Enter');
    const told = page.getByText('2 lines added');
    await expect(told).toBeVisible();
    await expect(first).toHaveValue('');
    await page.getByRole('button', { name: words('undo') }).click();
    await expect(page.getByText(words('search_undone'))).toBeVisible();
    await expect(first).toHaveValue(least);
  });
});
