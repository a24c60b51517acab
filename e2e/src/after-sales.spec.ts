import { readFileSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { openOrder } from './support/console.ts';
import { type App, desk, expect, phone, test } from './support/journey.ts';
import { addToCart, checkOut, chooseGoods, placedOrder, signIn } from './support/portal.ts';

/** What one side says stands on the other's open page within this time, without a reload. */
const LIVE = { timeout: 2_000 };
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

for (const { language, size } of [
  { language: 'zh-CN', size: phone },
  { language: 'en', size: desk },
] as const)
  test.describe(`${language} at ${size.width} px`, () => {
    test.use({ language, size });

    test('an order is talked about with pictures both ways, and its papers and list are saved', async ({
      portal,
      open,
      shop,
    }) => {
      const buyer = await shop.customer(language === 'en' ? 14 : 15);
      await signIn(portal, buyer.owner);
      await chooseGoods(portal, await shop.goods(language === 'en' ? 16 : 17));
      await addToCart(portal);
      await (await checkOut(portal, 'checkout_on_delivery')).click();
      const number = await placedOrder(portal);
      const staff = await open('admin', desk);
      await signIn(staff, 'admin');
      await openOrder(staff, number);

      await say(portal, ATTACK, { name: 'damage.png', bytes: await photo(portal) });
      await expect(talk(portal).getByText(ATTACK)).toBeVisible();
      await expect(talk(staff).getByText(ATTACK)).toBeVisible(LIVE);
      const picture = talk(staff).getByRole('img', { name: 'damage.png' });
      await expect(picture).toBeVisible();
      await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
      await say(staff, language === 'en' ? 'A new one leaves today' : '今天补发', {
        name: 'new.png',
        bytes: await photo(staff),
      });
      await expect(talk(staff).getByRole('img', { name: 'new.png' })).toBeVisible();
      await expect(talk(portal).getByRole('img', { name: 'new.png' })).toBeVisible(LIVE);
      await expect(talk(staff).getByText(staff.words('after_read'), { exact: true })).toBeVisible(LIVE);
      await staff.page.getByRole('button', { name: staff.words('after_internal'), exact: true }).click();
      await say(staff, 'QZX-INTERNAL');
      await expect(talk(staff).getByText('QZX-INTERNAL')).toBeVisible();
      await portal.page.reload();
      await expect(talk(portal).getByText(ATTACK)).toBeVisible();
      await expect(portal.page.getByText('QZX-INTERNAL')).toHaveCount(0);
      for (const { page } of [portal, staff])
        expect(await page.evaluate(() => document.body.dataset.attacked)).toBeUndefined();
      await expectAccessible(portal, 'the order with its messages in the portal');
      await expectAccessible(staff, 'the order with its messages in the console');

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
      await expectAccessible(portal, 'the list of orders with its export menu');
      const [sheet] = await Promise.all([
        portal.page.waitForEvent('download'),
        portal.page.getByRole('menuitem', { name: portal.words('after_export_lines_csv') }).click(),
      ]);
      const text = readFileSync(await sheet.path(), 'utf8');
      expect([text.includes(number), text.trim().split('\r\n').length]).toEqual([true, 2]);
    });
  });
