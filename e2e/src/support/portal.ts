import { type App, expect, say } from './journey.ts';
import type { Goods } from './shop.ts';

export const PASSWORD = 'tradeline';

export const signIn = async ({ page, words }: App, login: string, password = PASSWORD): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel(words('sign_in_login')).fill(login);
  await page.getByLabel(words('sign_in_password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: words('sign_in_submit') }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
};

/** Searches by item number, opens the product, and chooses the last value of its first option. */
export const chooseGoods = async ({ page, words, language }: App, goods: Goods): Promise<void> => {
  const name = say(goods.name, language);
  const [axis] = goods.axes;
  const search = page.getByRole('combobox', { name: words('goods_search_label') });
  await search.fill(goods.number);
  await search.press('Enter');
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const values = page.getByRole('group', { name: say(axis.name, language), exact: true });
  const last = say(axis.values.at(-1)?.name ?? { zh: '' }, language);
  await values.getByRole('button', { name: last, exact: true }).click();
  await expect(values.getByRole('button', { name: last, exact: true, pressed: true })).toBeVisible();
};

export const addToCart = async ({ page, words }: App): Promise<void> => {
  await page
    .getByRole('button', { name: words('goods_add'), exact: true })
    .first()
    .click();
  // Two goods put in one after the other are told of one above the other.
  await expect(page.getByText(words('goods_added')).first()).toBeVisible();
};

export type Payment = 'checkout_terms' | 'checkout_on_delivery';

/** From the cart to the filled checkout, one press before the order. Answers the button. */
export const checkOut = async ({ page, words }: App, payment: Payment) => {
  await page.goto('/cart');
  await visible(page.getByRole('button', { name: words('cart_checkout') })).click();
  await page.waitForURL('**/checkout');
  await page.getByRole('radio', { name: words(payment) }).click();
  // A press is for the total that is seen: it waits for the figures of what was just chosen.
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  return visible(page.getByRole('button', { name: words('checkout_place'), exact: true }));
};

/** Waits for the page of the order just placed and answers its number. */
export const placedOrder = async ({ page }: App): Promise<string> => {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/\d{4,}/);
  return /\d{4,}/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
};

/** The order's status as the head of its page says it. */
export const portalStatus = ({ page, words }: App, key: string) =>
  page.locator('header', { has: page.locator('h1') }).getByText(words(`status_${key}`), { exact: true });

/** The one that is shown, where a page has a control twice for narrow and wide screens. */
export const visible = <T extends { filter: (options: { visible: boolean }) => T; first: () => T }>(locator: T): T =>
  locator.filter({ visible: true }).first();
