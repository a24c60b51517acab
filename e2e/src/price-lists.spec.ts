import { expectAccessible } from './support/axe.ts';
import { type App, desk, expect, test } from './support/journey.ts';
import { signIn } from './support/portal.ts';

test.use({ size: desk, language: 'en' });

/** The first price that the page of these goods shows. */
const priceOf = async ({ page }: App, address: string): Promise<string> => {
  await page.goto(address);
  const price = page
    .getByRole('main')
    .getByText(/^¥[\d,.]+/)
    .first();
  await expect(price).toBeVisible();
  return (await price.textContent()) ?? '';
};

test('a list is raised by a formula, the what-if names who pays more, the buyer pays it, and it is taken back', async ({
  console: staff,
  portal,
  shop,
}) => {
  const { code, page: goods, customer, owner } = await shop.ownPrices();
  await signIn(portal, owner);
  const before = await priceOf(portal, goods);

  const { page, words } = staff;
  await signIn(staff, 'admin');
  await page.goto(`/prices?q=${code}`);
  await page.getByRole('main').locator('a[href*="/prices/"]:not([href$="/sheet"])').first().click();
  await page.getByRole('button', { name: words('prices_copy'), exact: true }).click();
  const copy = page.getByRole('dialog');
  await copy.getByRole('textbox', { name: words('prices_formula_percent') }).fill('5');
  await expect(copy.getByText(words('prices_preview')).first()).toBeVisible();
  await expectAccessible(staff, 'a copy with a formula');
  await copy.getByRole('button', { name: /^Make the draft/ }).click();
  await page.waitForURL(/\/drafts\//);
  await publish(staff, async () => {
    await page.getByRole('tab', { name: new RegExp(words('prices_tab_customers')) }).click();
    await expect(page.getByRole('main').getByText(customer).first()).toBeVisible();
    await expectAccessible(staff, 'a what-if');
  });
  const after = await priceOf(portal, goods);
  expect(yuan(after)).toBeGreaterThan(yuan(before));

  await page
    .getByRole('row')
    .filter({ hasText: words('prices_version', { number: 1 }) })
    .getByRole('button', { name: words('prices_roll_back') })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('prices_roll_back_do') })
    .click();
  await page.waitForURL(/\/drafts\//);
  await publish(staff, async () => {});
  expect(await priceOf(portal, goods)).toBe(before);
});

const yuan = (text: string): number => Number((/[\d,.]+/.exec(text)?.[0] ?? '').replaceAll(',', ''));

/** Waits for the what-if, looks at it, publishes, and ends at the versions of the list. */
const publish = async ({ page, words }: App, look: () => Promise<void>): Promise<void> => {
  await expect(page.getByText(words('prices_fig_dearer'))).toBeVisible({ timeout: 30_000 });
  await look();
  const button = page.getByRole('button', { name: words('prices_publish'), exact: true });
  await expect(button).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });
  await button.click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: words('prices_publish'), exact: true })
    .click();
  await page.waitForURL(/tab=versions/);
};
