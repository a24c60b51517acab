import { readFileSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { openOrder } from './support/console.ts';
import { type App, desk, expect, phone, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { signIn, visible } from './support/portal.ts';

const ATTACK = '<img src=x onerror="document.body.dataset.attacked=1">外箱破了';

/** What a camera would give: a picture of this page. */
const photo = ({ page }: App): Promise<Buffer> => page.screenshot();

const talk = ({ page, words }: App) => page.getByRole('region', { name: words('after_messages'), exact: true });

const say = async ({ page, words }: App, text: string, picture?: { name: string; bytes: Buffer }): Promise<void> => {
  await page.getByLabel(words('after_message_label'), { exact: true }).last().fill(text);
  if (picture) {
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: picture.name, mimeType: 'image/png', buffer: picture.bytes });
    await expect(page.getByText(picture.name, { exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: words('after_send'), exact: true }).click();
};

test.describe('a phone in Chinese', () => {
  test.use({ language: 'zh-CN', size: phone });

  test('customer and staff talk about an order, with pictures both ways and a note that stays among staff', async ({
    portal,
    open,
    shop,
  }) => {
    await signIn(portal, (await shop.customer('after-sales 1')).owner);
    await portal.page.goto('/orders');
    const newest = visible(portal.page.getByRole('link', { name: /^SO\d+$/u }));
    const number = (await newest.textContent()) ?? '';
    await newest.click();
    const staff = await open('admin', desk);
    await signIn(staff, 'admin');
    await openOrder(staff, number);

    await say(portal, ATTACK, { name: 'damage.png', bytes: await photo(portal) });
    await expect(talk(portal).getByText(ATTACK).last()).toBeVisible();
    await expect(talk(staff).getByText(ATTACK).last()).toBeVisible();
    const picture = talk(staff).getByRole('img', { name: 'damage.png' }).last();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
    await say(staff, '今天补发', { name: 'new.png', bytes: await photo(staff) });
    await expect(talk(staff).getByRole('img', { name: 'new.png' }).last()).toBeVisible();
    await expect(talk(portal).getByRole('img', { name: 'new.png' }).last()).toBeVisible();
    await staff.page.getByRole('button', { name: staff.words('after_internal'), exact: true }).click();
    await say(staff, 'QZX-INTERNAL');
    await expect(talk(staff).getByText('QZX-INTERNAL')).toBeVisible();
    await portal.page.reload();
    await expect(talk(portal).getByText(ATTACK).last()).toBeVisible();
    await expect(portal.page.getByText('QZX-INTERNAL')).toHaveCount(0);
    for (const { page } of [portal, staff])
      expect(await page.evaluate(() => document.body.dataset.attacked)).toBeUndefined();
    await expectAccessible(portal, 'the order with its messages in the portal');
    await expectAccessible(staff, 'the order with its messages in the console');
  });
});

test.describe('a desk in English', () => {
  test.use({ language: 'en', size: desk });

  test('an answer rings the bell, the order is saved as PDF and the list as a sheet', async ({
    portal,
    open,
    shop,
  }) => {
    await signIn(portal, (await shop.customer('after-sales 2')).owner);
    const number = await placeOrder(portal, shop, await shop.goods('after-sales'));
    const staff = await open('admin', desk);
    await signIn(staff, 'admin');
    await openOrder(staff, `SO${number}`);
    await portal.page.goto('/wallet');
    const bell = portal.page.getByRole('link', { name: portal.words('after_notices_unread', { count: 1 }) });
    await say(staff, 'When may we deliver?');
    await expect(talk(staff).getByText('When may we deliver?')).toBeVisible();
    await expect(bell).toBeVisible();
    await bell.click();
    await portal.page
      .getByRole('link', { name: portal.words('after_notice_message', { number: `SO${number}` }) })
      .click();
    await expect(talk(portal).getByText('When may we deliver?')).toBeVisible();
    await expect(portal.page.getByRole('link', { name: portal.words('after_notices'), exact: true })).toBeVisible();

    const [paper] = await Promise.all([
      portal.page.waitForEvent('download'),
      portal.page.getByRole('link', { name: portal.words('after_confirmation') }).click(),
    ]);
    expect(paper.suggestedFilename()).toContain(number);
    expect(
      readFileSync(await paper.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    await portal.page.goto(`/orders?q=SO${number}`);
    await portal.page.getByRole('button', { name: portal.words('after_export'), exact: true }).click();
    const [sheet] = await Promise.all([
      portal.page.waitForEvent('download'),
      portal.page.getByRole('menuitem', { name: portal.words('after_export_lines_csv') }).click(),
    ]);
    const text = readFileSync(await sheet.path(), 'utf8');
    expect([text.includes(number), text.trim().split('\r\n').length]).toEqual([true, 2]);
    await portal.page.goto('/notices');
    await expectAccessible(portal, 'the notices in the portal');
  });
});
