import { join } from 'node:path';
import { root } from '@tradeline/tools/product';
import { expectAccessible } from './support/axe.ts';
import { desk, expect, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

test.use({ size: desk, language: 'en' });

test('goods are made with options, pictured, published, and a buyer finds them', async ({
  console: staff,
  portal,
  shop,
}) => {
  const { page, words } = staff;
  const number = `PE-${Date.now() % 1_000_000}`;
  await signIn(staff, 'admin');
  await page.goto('/products/new');
  await page.getByLabel(words('pe_name_zh')).fill('旅行折叠水壶');
  await page.getByLabel(words('pe_name_en')).fill(`Folding kettle ${number}`);
  await page.getByLabel(words('pe_number'), { exact: true }).fill(number);
  await page.getByRole('combobox', { name: words('pe_category') }).fill('Hand tools');
  await page.getByRole('option', { name: 'Hand tools' }).click();
  await expectAccessible(staff, 'a new product');
  await page.getByRole('button', { name: words('pe_create_draft') }).click();
  await page.waitForURL(/\/products\/[0-9a-f-]{36}\/edit/);

  for (const [at, [name, values]] of [
    ['颜色|Colour', '红|Red, 蓝|Blue'],
    ['容量|Size', '1 L, 2 L'],
  ].entries()) {
    await page.getByRole('button', { name: words('pe_add_axis') }).click();
    const axis = page.locator('#axes fieldset').nth(at);
    const [zh = '', en = ''] = (name ?? '').split('|');
    await axis.getByLabel(words('pe_axis_zh')).fill(zh);
    await axis.getByLabel(words('pe_axis_en')).fill(en);
    await axis.getByLabel(words('pe_add_values')).fill(values ?? '');
    await axis.getByRole('button', { name: words('pe_add'), exact: true }).click();
  }
  await page.getByRole('button', { name: words('pe_generate'), exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: /4/ }).click();
  const table = page.locator('#variants table');
  await expect(table.locator('tbody tr')).toHaveCount(4);
  const price = table.getByLabel(new RegExp(words('pe_base_price')));
  await price.first().fill('12.50');
  await price.first().press('Control+d');
  await expect(price.nth(3)).toHaveValue('12.50');
  await page.getByRole('button', { name: words('pe_save'), exact: true }).click();
  await expect(page.getByRole('button', { name: words('pe_save'), exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.locator('#pictures input[type=file]').setInputFiles(join(root, 'docs/portal.webp'));
  await expect(page.locator('#pictures img')).toBeVisible();
  // Under the head of the page a button is half covered, which counts as too small.
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
  await expectAccessible(staff, 'the editor of a product');
  await page.getByRole('button', { name: words('pe_publish'), exact: true }).click();
  await expect(page.getByText(words('pe_is_published'))).toBeVisible();

  await signIn(portal, (await shop.customer('product-editor')).owner);
  const search = portal.page.getByRole('combobox', { name: portal.words('goods_search_label') });
  await expect(async () => {
    await search.fill(number);
    await search.press('Enter');
    await expect(visible(portal.page.getByRole('link', { name: `Folding kettle ${number}` }))).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 20_000 });
  await visible(portal.page.getByRole('link', { name: `Folding kettle ${number}` })).click();
  await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(`Folding kettle ${number}`);
  await expect(portal.page.getByText('¥12.50').first()).toBeVisible();
});
