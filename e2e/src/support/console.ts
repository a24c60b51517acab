import { type App, expect } from './journey.ts';
import { visible } from './portal.ts';

/** Finds an order by its number in the list and opens it. */
export const openOrder = async ({ page, words }: App, number: string): Promise<void> => {
  await page.goto('/orders');
  const search = page.getByRole('searchbox', { name: words('orders_search_label') });
  await search.fill(number);
  await search.press('Enter');
  await expect(page).toHaveURL(new RegExp(`q=.*${number}`));
  await visible(page.getByRole('link', { name: number })).click();
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
};

export const status = ({ page, words }: App, key: string) =>
  page
    .locator('h1')
    .locator('..')
    .getByText(words(`status_${key}`), { exact: true });

const bar = ({ page, words }: App) => page.getByRole('toolbar', { name: words('do_bar') });

export const press = async (app: App, step: string): Promise<void> => {
  await bar(app)
    .getByRole('button', { name: app.words(`do_${step}`), exact: true })
    .click();
};

/** Presses a step that asks why, and answers. */
export const pressWithReason = async (app: App, step: string, reason: string): Promise<void> => {
  await press(app, step);
  const dialog = app.page.getByRole('dialog');
  await dialog.getByLabel(app.words('reason'), { exact: true }).fill(reason);
  await dialog.getByRole('button', { name: app.words(`do_${step}`), exact: true }).click();
};

/** Everything in one parcel. */
export const ship = async (app: App, carrier: string, tracking: string): Promise<void> => {
  await press(app, 'ship');
  const dialog = app.page.getByRole('dialog');
  await dialog.getByLabel(app.words('ship_carrier'), { exact: true }).fill(carrier);
  await dialog.getByLabel(app.words('ship_tracking')).fill(tracking);
  await dialog.locator('button[type=submit]').click();
};

export const deliver = async ({ page, words }: App): Promise<void> => {
  await page
    .getByRole('main')
    .getByRole('button', { name: words('do_deliver'), exact: true })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('do_deliver'), exact: true })
    .click();
};
