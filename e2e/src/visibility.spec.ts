import { expectAccessible } from './support/axe.ts';
import { type App, desk, expect, say, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

test.use({ size: desk, language: 'zh-CN' });

/** Searches the portal for goods until they are there, or no longer: the index follows within seconds. */
const finds = async ({ page, words }: App, text: string, name: string, there: boolean): Promise<void> => {
  const search = page.getByRole('combobox', { name: words('goods_search_label') });
  await expect(async () => {
    await page.goto('/goods');
    await search.fill(text);
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
    const link = visible(page.getByRole('main').getByRole('link', { name, exact: true }));
    if (there) await expect(link).toBeVisible({ timeout: 4_000 });
    else await expect(link).toHaveCount(0);
  }).toPass({ timeout: 40_000 });
};

test('an assortment hides goods from one customer alone, says so beforehand, and ends when it is switched off', async ({
  console: staff,
  open,
  shop,
}) => {
  const [hidden, other] = [await shop.customer('visibility 1'), await shop.customer('visibility 2')];
  const goods = await shop.goods('visibility');
  const name = say(goods.name, 'zh-CN');
  const [one, two] = [await open('buyer'), await open('buyer')];
  await signIn(one, hidden.owner);
  await signIn(two, other.owner);
  await finds(one, goods.number, name, true);

  const { page, words } = staff;
  await signIn(staff, 'admin');
  await page.goto('/assortments');
  await page.getByRole('link', { name: words('assortments_new') }).click();
  const title = `专供测试 ${goods.number}`;
  await page.getByLabel(words('assortments_name_zh', { label: words('assortments_name') })).fill(title);
  await page.getByLabel(words('assortments_code'), { exact: true }).fill(`E2E-${goods.number}`);
  await page.getByRole('radio', { name: words('assortments_hide') }).click();
  const card = (key: string) =>
    page.locator('section', { has: page.getByRole('heading', { level: 2, name: words(key), exact: true }) });
  const [audience, things] = [card('assortments_column_audience'), card('assortments_column_goods')];
  await choose(staff, audience, words('assortments_kind_company'), hidden.number);
  await choose(staff, things, words('assortments_kind_product'), goods.number);
  await page.getByRole('checkbox', { name: words('assortments_active') }).click();
  await page.getByRole('button', { name: words('assortments_preview') }).click();
  await expect(page.getByText(/涉及 1 个客户/).first()).toBeVisible();
  await expectAccessible(staff, 'an assortment');
  await page.getByRole('button', { name: words('assortments_save'), exact: true }).click();
  await page.waitForURL(/\/assortments$/);

  await finds(one, goods.number, name, false);
  await finds(two, goods.number, name, true);
  await one.page.goto(`/goods/${goods.id}`);
  await expect(one.page.getByText(one.words('refusal_product_not_found'))).toBeVisible();

  await page.getByRole('button', { name: new RegExp(`${title}`) }).click();
  await finds(one, goods.number, name, true);
});

/** Chooses what kind of thing is added, finds it by its number, and adds it. */
const choose = async (
  { page, words }: App,
  card: ReturnType<App['page']['locator']>,
  kind: string,
  number: string,
): Promise<void> => {
  await card.getByLabel(words('assortments_audience_kind'), { exact: true }).selectOption({ label: kind });
  const field = card.getByRole('combobox', { name: kind, exact: true });
  // Once the list is open, all that is not the list is hidden from the tree that roles are found in.
  await field.focus();
  await page.keyboard.type(number);
  await page
    .getByRole('option', { name: new RegExp(number) })
    .first()
    .click();
  await card.getByRole('button', { name: words('assortments_add'), exact: true }).click();
};
