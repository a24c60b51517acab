import { expectAccessible } from './support/axe.ts';
import { desk, expect, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

test.use({ language: 'en', size: desk });

test('standard prices go up by 5 % to .90, a buyer sees it at once, and a rollback brings the old price back', async ({
  console: staff,
  portal,
  shop,
}) => {
  const goods = await shop.standardPriced();
  const { page, words } = staff;
  await signIn(portal, goods.owner);
  await portal.page.goto(`/products/${goods.productId}`);
  const price = (text: string) => visible(portal.page.getByText(text, { exact: false }));
  await expect(price(goods.before)).toBeVisible();

  await signIn(staff, 'admin');
  await page.goto(`/prices/${goods.listId}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(staff, 'the grid of a price list');
  await page.getByRole('button', { name: words('prices_copy'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words('prices_formula_percent')).fill('5');
  await dialog.getByLabel(words('prices_formula_rounding'), { exact: true }).selectOption('.90');
  await dialog.getByRole('button', { name: /Make the draft/ }).click();

  await page.waitForURL(/\/drafts\//);
  const publish = page.getByRole('button', { name: words('prices_publish'), exact: true });
  await expect(publish).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
  await expectAccessible(staff, 'the what-if of a draft');
  await publish.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('prices_publish'), exact: true })
    .click();
  await page.waitForURL(/tab=versions/);
  await expect(price(goods.raised)).toBeVisible();

  await visible(page.getByRole('button', { name: words('prices_roll_back'), exact: true })).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('prices_roll_back_do') })
    .click();
  await page.waitForURL(/\/drafts\//);
  await expect(publish).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
  await publish.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('prices_publish'), exact: true })
    .click();
  await page.waitForURL(/tab=versions/);
  await expect(price(goods.before)).toBeVisible();
});
