import { randomUUID } from 'node:crypto';
import { openOrder, pressWithReason } from './support/console.ts';
import { type App, desk, expect, test } from './support/journey.ts';
import { addToCart, checkOut, chooseGoods, placedOrder, signIn, visible } from './support/portal.ts';
import { packed, scripts } from './support/scripts.ts';

test.use({ size: desk, language: 'en' });

/** Stores something as the page itself would; a shelf that is full of it from an earlier run (409) will do. */
const store = async ({ page }: App, procedure: string, input: unknown): Promise<void> => {
  const status = await page.evaluate(
    async ([path, body]) =>
      (
        await fetch(`/trpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-tradeline': '1' },
          body: JSON.stringify(body),
        })
      ).status,
    [procedure, input] as const,
  );
  expect([200, 409], procedure).toContain(status);
};

/** Counts what runs and what the page's policy had to stop. */
const watch = async ({ page }: App, seen: string[]): Promise<void> => {
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('hit', () => seen.push(`ran on ${page.url()}`));
  await page.exposeFunction('stopped', (what: string) => seen.push(`stopped on ${page.url()}: ${what}`));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => {
      void Reflect.get(window, 'stopped')(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    }),
  );
};

const settled = async ({ page }: App, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.locator('main h1').first()).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
};

test('sixty scripts typed wherever people type are texts in both apps: none runs, none has to be stopped', async ({
  portal,
  console: staff,
  shop,
}) => {
  test.slow();
  expect(scripts).toHaveLength(60);
  const seen: string[] = [];
  await watch(portal, seen);
  await watch(staff, seen);
  await signIn(portal, (await shop.customer('stored-scripts')).owner);
  for (const [at, text] of packed(60).entries()) {
    await store(portal, 'lists.create', { name: text });
    const address = {
      label: text.slice(0, 40),
      contactName: text,
      phone: text.slice(0, 40),
      street: text,
      isDefault: false,
    };
    if (at % 4 === 0)
      await store(portal, 'account.saveAddress', {
        ...address,
        province: '浙江省',
        city: '杭州市',
        district: '西湖区',
      });
  }
  for (const name of packed(40).slice(0, 10)) await store(portal, 'cart.create', { name });

  await chooseGoods(portal, await shop.goods('stored-scripts'));
  await addToCart(portal);
  const place = await checkOut(portal, 'checkout_on_delivery');
  await portal.page.getByLabel(portal.words('checkout_po_number')).fill(scripts[10] ?? '');
  await portal.page.getByLabel(portal.words('checkout_note')).fill(packed(200)[1] ?? '');
  await place.click();
  const number = await placedOrder(portal);
  const orderId = new URL(portal.page.url()).pathname.split('/').at(-1) ?? '';
  for (const text of packed(1_000))
    await store(portal, 'messages.post', { orderId, text, idempotencyKey: randomUUID() });

  await signIn(staff, 'admin');
  for (const text of packed(1_000))
    await store(staff, 'messages.post', { orderId, text, internal: true, idempotencyKey: randomUUID() });
  for (const name of packed(40).slice(0, 6))
    await store(staff, 'orderDesk.saveView', { name, shared: false, search: { q: name } });
  await openOrder(staff, number);
  await expect(staff.page.getByText(scripts[0] ?? '', { exact: false }).first()).toBeVisible();
  await pressWithReason(staff, 'cancel', packed(400)[0] ?? '');
  await staff.page.getByRole('button', { name: staff.words('reason'), exact: true }).isVisible();

  await settled(portal, `/orders/${orderId}`);
  await expect(portal.page.getByText(scripts[0] ?? '', { exact: false }).first()).toBeVisible();
  for (const address of ['/orders', '/lists', '/account', '/cart', '/notices']) await settled(portal, address);
  for (const text of [scripts[0], scripts[10], scripts[50]]) {
    await settled(portal, `/goods?q=${encodeURIComponent(text ?? '')}`);
    await settled(staff, `/orders?q=${encodeURIComponent(text ?? '')}`);
  }
  for (const address of ['/', '/orders', '/products?q=%3Cscript%3Ehit()%3C%2Fscript%3E', '/customers', '/notices'])
    await settled(staff, address);
  await settled(staff, `/orders/${orderId}`);
  // What is pressed runs nothing either.
  const links = await portal.page.locator('a[href^="javascript:" i], a[href^="data:" i]').count();
  expect(links).toBe(0);
  expect(seen).toEqual([]);
  await expect(visible(staff.page.getByRole('heading', { level: 1 }))).toContainText(number);
});
