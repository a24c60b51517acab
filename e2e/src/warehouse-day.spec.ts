import { expectAccessible } from './support/axe.ts';
import { desk, expect, test } from './support/journey.ts';
import { signIn } from './support/portal.ts';

const tablet = { width: 820, height: 1_180 };
const phone = { width: 390, height: 844 };
test.use({ size: desk, language: 'en' });

test('a picker’s day: a wave planned on the tablet, walked on the phone with one unit short, packed, sent and followed', async ({
  console: staff,
}) => {
  const { page, words } = staff;
  await signIn(staff, 'warehouse');
  await page.setViewportSize(tablet);
  await page.goto('/picking');
  // A customer with nothing overdue: what he orders on account may leave.
  await page
    .getByRole('row', { name: /渝味集/u })
    .first()
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
  const box = await taken.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(48);
  const stops = Number(await bar.getAttribute('aria-valuemax'));

  // One unit of the first stop is not there.
  await page.getByRole('button', { name: words('fulfil_short'), exact: true }).click();
  const short = page.getByRole('dialog', { name: /is short$/ });
  await short.getByLabel(/that are short$/).fill('1');
  await expectAccessible(staff, 'a short pick');
  await short.getByRole('button', { name: words('fulfil_short_confirm', { units: 1 }) }).click();
  await expect(short).toBeHidden();

  const pack = page.getByRole('link', { name: /^Pack / });
  for (let done = 0; done <= stops && (await pack.count()) === 0; done++) {
    const before = await bar.getAttribute('aria-valuenow');
    if ((await taken.count()) === 0) break;
    await taken.click();
    await expect(async () => {
      expect((await pack.count()) > 0 || (await bar.getAttribute('aria-valuenow')) !== before).toBe(true);
    }).toPass();
  }
  await expectAccessible(staff, 'a list that is done');
  await pack.click();

  await page.getByLabel(words('ship_carrier'), { exact: true }).fill('顺丰速运');
  await page.getByLabel(words('ship_tracking')).fill(`SF${Date.now()}`);
  await page.getByLabel(words('fulfil_weight')).fill('2.5');
  await expectAccessible(staff, 'packing');
  await page.getByRole('button', { name: words('fulfil_send', { count: 1 }) }).click();
  const label = page.getByRole('link', { name: words('fulfil_print_label') });
  await expect(label).toBeVisible();
  const file = page.waitForEvent('download');
  await label.click();
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/);

  // The carrier speaks by itself, and the order page follows.
  await page.setViewportSize(desk);
  await page
    .getByRole('link', { name: /^SO\d+$/ })
    .first()
    .click();
  await expect(page.getByRole('list', { name: words('fulfil_news'), exact: true }).first()).toBeVisible({
    timeout: 20_000,
  });
  await expectAccessible(staff, 'an order with tracking');

  for (const [address, what] of [
    ['/picking/lists', 'pick lists'],
    ['/picking/owed', 'what is owed'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(staff, what);
  }
});
