import { expectAccessible } from './support/axe.ts';
import { openOrder, press, status } from './support/console.ts';
import { desk, expect, phone, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { signIn } from './support/portal.ts';

const tablet = { width: 820, height: 1_180 };
test.use({ size: desk, language: 'en' });

test('a picker’s day: a wave planned on the tablet, walked on the phone with one unit short, packed, sent and followed', async ({
  portal,
  console: staff,
  open,
  shop,
}) => {
  test.slow();
  // Paid at the door: what somebody owes already keeps no parcel of it here.
  await signIn(portal, (await shop.customer('warehouse-day')).owner);
  const number = await placeOrder(portal, shop, await shop.goods('warehouse-day'), { packs: 2 });
  const reviewer = await open('admin');
  await signIn(reviewer, 'reviewer');
  await openOrder(reviewer, number);
  await press(reviewer, 'start_review');
  await press(reviewer, 'approve');
  await expect(status(reviewer, 'confirmed')).toBeVisible();

  const { page, words } = staff;
  await signIn(staff, 'warehouse');
  await page.setViewportSize(tablet);
  await page.goto(`/picking?warehouse=${await shop.warehouseOf(number)}`);
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('checkbox')
    .check();
  await expectAccessible(staff, 'orders to pick');
  await page.getByRole('button', { name: words('fulfil_make', { count: 1 }) }).click();
  await page.waitForURL(/\/picking\/[0-9a-f-]{36}/);

  await page.setViewportSize(phone);
  const bar = page.getByRole('meter', { name: words('fulfil_progress') });
  await expect(bar).toBeVisible();
  await expectAccessible(staff, 'a pick list on a phone');
  const taken = page.getByRole('button', { name: /^Picked \d/ });
  expect((await taken.boundingBox())?.height).toBeGreaterThanOrEqual(48);

  const wanted = Number(/\d+/.exec((await taken.textContent()) ?? '')?.[0]);
  await page.getByRole('button', { name: words('fulfil_short'), exact: true }).click();
  const short = page.getByRole('dialog', { name: /is short$/ });
  await short.getByLabel(/that are short$/).fill('1');
  await expectAccessible(staff, 'a short pick');
  await short.getByRole('button', { name: words('fulfil_short_confirm', { units: 1 }) }).click();
  await expect(short).toBeHidden();
  // The dialog stays until the list is read anew: what can be pressed now is one less.
  expect(await taken.textContent()).toMatch(new RegExp(`\\b${wanted - 1}\\b`));
  await taken.click();
  const pack = page.getByRole('link', { name: /^Pack / });
  await expect(pack).toBeVisible();
  await expectAccessible(staff, 'a list that is done');
  await pack.click();

  await page.getByLabel(words('ship_carrier'), { exact: true }).fill('顺丰速运');
  await page.getByLabel(words('ship_tracking')).fill(`SF${number}`);
  await page.getByLabel(words('fulfil_weight')).fill('2.5');
  await expectAccessible(staff, 'packing');
  await page.getByRole('button', { name: words('fulfil_send', { count: 1 }) }).click();
  const label = page.getByRole('link', { name: words('fulfil_print_label') });
  await expect(label).toBeVisible();
  const file = page.waitForEvent('download');
  await label.click();
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/);

  // The carrier speaks by itself; the order pages of both sides follow.
  await openOrder(staff, number);
  await expect(page.getByRole('list', { name: words('fulfil_news'), exact: true }).first()).toBeVisible({
    timeout: 20_000,
  });
  await expectAccessible(staff, 'an order with tracking on a phone');
  await expect(portal.page.getByText(`SF${number}`).first()).toBeVisible();
  await expectAccessible(portal, 'the customer’s order with tracking');

  for (const [address, what] of [
    ['/picking/lists', 'pick lists'],
    ['/picking/owed', 'what is owed'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(staff, what);
  }
});
