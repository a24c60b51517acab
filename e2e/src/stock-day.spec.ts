import { expectAccessible } from './support/axe.ts';
import { type App, desk, expect, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

const tablet = { width: 820, height: 1_180 };
const phone = { width: 390, height: 844 };
test.use({ size: desk, language: 'en' });

const choose = async ({ page, words }: App, text: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: words('stock_transfer_new') });
  await dialog.getByRole('combobox').last().fill(text);
  await page.getByRole('option', { name: text }).click();
};

test('a keeper’s day: figures and their ledger, an adjustment, a transfer both ways, a count on the phone, alerts', async ({
  console: staff,
}) => {
  const { page, words } = staff;
  await signIn(staff, 'warehouse');
  await page.setViewportSize(tablet);
  await page.goto('/stock?sort=on-hand');
  await visible(page.locator('main a[href*="/stock/"]').filter({ hasText: /\S/ }).and(page.locator('td a'))).click();
  await expect(page.getByText(words('stock_sku_balances'))).toBeVisible();
  await expectAccessible(staff, 'a SKU');
  const item = (await page.locator('h1 + p').textContent()) ?? '';

  await page.getByRole('button', { name: words('stock_adjust_new') }).click();
  await page.getByLabel(words('stock_quantity_of', { item })).fill('-1');
  await expectAccessible(staff, 'an adjustment');
  await page.getByRole('button', { name: words('stock_adjust_book'), exact: true }).click();
  await expect(page.getByRole('dialog', { name: words('stock_adjust_new') })).toBeHidden();
  await page
    .getByRole('table')
    .getByRole('button', { name: new RegExp(`^${words('stock_on_hand')}`) })
    .first()
    .click();
  const ledger = page.getByRole('dialog', {
    name: words('ledger_title_figure', { figure: words('stock_on_hand'), item }),
  });
  await expect(ledger.getByText(words('entry_adjust')).first()).toBeVisible();
  await expectAccessible(staff, 'a ledger');
  await page.keyboard.press('Escape');

  await page.goto('/stock/transfers');
  await page.getByRole('button', { name: words('stock_transfer_new') }).click();
  await choose(staff, item);
  await page.getByLabel(words('stock_quantity_of', { item })).fill('2');
  await page.getByRole('button', { name: words('stock_transfer_create') }).click();
  await page.waitForURL(/\/stock\/transfers\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: words('stock_transfer_send'), exact: true }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog', { name: /\?$/ }))
    .getByRole('button', { name: words('stock_transfer_send'), exact: true })
    .click();
  await page.getByLabel(words('stock_transfer_received_of', { item })).fill('1');
  await page.getByLabel(words('stock_transfer_lost_of', { item })).fill('1');
  await page.getByLabel(words('stock_transfer_lost_reason')).fill('crushed');
  await expectAccessible(staff, 'a transfer');
  await page.getByRole('button', { name: words('stock_transfer_receive'), exact: true }).click();
  await expect(page.locator('h1').locator('..').getByText(words('stock_doc_received'), { exact: true })).toBeVisible();

  await page.setViewportSize(phone);
  await page.goto('/stock/counts');
  await page.getByRole('button', { name: words('stock_count_new') }).click();
  await page.getByLabel(words('stock_count_size')).fill('2');
  await page.getByRole('button', { name: words('stock_count_start'), exact: true }).click();
  await page.waitForURL(/\/stock\/counts\/[0-9a-f-]{36}/);
  await expectAccessible(staff, 'a count on a phone');
  for (const left of [2, 1]) {
    const book = page.getByText(new RegExp(`^${words('stock_count_book')} [\\d,]+$`)).first();
    const units = ((await book.textContent()) ?? '').replace(/\D/g, '');
    await page.getByRole('textbox', { name: words('stock_count_counted'), exact: true }).fill(units);
    await page.getByRole('button', { name: words('stock_count_next') }).click();
    await expect(page.getByText(words('stock_count_of', { done: 3 - left, count: 2 }))).toBeVisible();
  }
  await page.getByRole('button', { name: words('stock_count_post'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('stock_count_post'), exact: true })
    .click();
  await expect(page.locator('h1').locator('..').getByText(words('stock_doc_posted'), { exact: true })).toBeVisible();

  // A lot that has ended was set aside by itself; one that soon will is by a press. Of either it is told who got some.
  await page.goto('/stock/lots?view=expired');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(words('stock_quarantine')).first()).toBeVisible();
  await expectAccessible(staff, 'lots that have ended');
  await page.goto('/stock/lots?view=soon');
  const aside = page.getByRole('button', { name: words('stock_lot_set_aside') }).first();
  const code = ((await aside.getAttribute('aria-label')) ?? '').split(' ').at(-1) ?? '';
  await aside.click();
  await expect(page.getByText(words('stock_lot_set_aside_done', { code }))).toBeVisible();
  await expectAccessible(staff, 'lots that end');
  await visible(
    page.locator('main a[href*="/stock/"]').filter({ hasText: /\S/ }).and(page.locator('td a, li a')),
  ).click();
  await page
    .getByRole('button', { name: words('stock_lot_who') })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(staff, 'who got a lot');

  await page.goto('/stock');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(staff, 'stock on a phone');
  for (const tab of ['stock_tab_alerts', 'stock_tab_turnover', 'stock_tab_warehouses'] as const) {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words(tab), exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: words(tab) })).toBeVisible();
    await expectAccessible(staff, words(tab));
  }
});
