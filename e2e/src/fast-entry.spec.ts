import { expectAccessible } from './support/axe.ts';
import { type App, desk, expect, phone, test } from './support/journey.ts';
import { signIn } from './support/portal.ts';

const lines = ({ page, words }: App) => page.getByRole('list', { name: words('pad_list') }).getByRole('listitem');
const addButton = ({ page, words, language }: App, count: number) =>
  page
    .getByRole('button', { name: language === 'en' ? `Add ${count} items to the cart` : words('pad_add', { count }) })
    .filter({ visible: true });
const cartShows = async ({ page }: App, itemNumbers: readonly string[]): Promise<void> => {
  await page.goto('/cart');
  for (const itemNumber of itemNumbers) await expect(page.getByText(itemNumber, { exact: true })).toBeVisible();
};

test.describe('a phone in Chinese', () => {
  test.use({ size: phone, language: 'zh-CN' });

  test('a message from a chat becomes an order: what is sure goes in, what is not is asked', async ({
    portal,
    shop,
  }) => {
    const { page, words } = portal;
    const { a, b } = await shop.twoItems();
    await signIn(portal, (await shop.customer('fast-entry 1')).owner);
    await page.getByRole('link', { name: words('pad_open') }).click();
    await page
      .getByLabel(words('pad_paste'))
      .fill(
        `老板你好，明天要：\n${a.itemNumber} x ${a.quantity}\n${b.itemNumber} ${b.quantity}${b.unit}\nZZ99-1 5箱\n谢谢`,
      );
    await page.getByRole('button', { name: words('pad_check') }).click();
    await expect(lines(portal)).toHaveCount(3);
    await expect(page.getByText(words('pad_not_found'))).toBeVisible();
    await expect(page.getByText(words('pad_unread', { count: 2 }))).toBeVisible();
    // What was read came into sight; a button that the head of the page half covers meanwhile is not a small one.
    await page.evaluate(() => scrollTo(0, 0));
    await expectAccessible(portal, 'order pad');
    await addButton(portal, 2).click();
    await expect(lines(portal)).toHaveCount(1);
    await cartShows(portal, [a.itemNumber, b.itemNumber]);
  });
});

test.describe('a desk in English', () => {
  test.use({ size: desk, language: 'en' });

  test('an order is typed by item number with the keyboard alone', async ({ portal, shop }) => {
    const { page, words } = portal;
    const { a, b } = await shop.twoItems();
    await signIn(portal, (await shop.customer('fast-entry 2')).owner);
    await page.goto('/order-pad');
    const item = page.getByLabel(words('pad_item'));
    await item.focus();
    for (const [at, each] of [a, b].entries()) {
      await page.keyboard.type(each.itemNumber);
      await page.keyboard.press('Tab');
      await page.keyboard.type(String(each.quantity));
      await page.keyboard.press('Enter');
      await expect(lines(portal)).toHaveCount(at + 1);
      await expect(item).toBeFocused();
    }
    await expectAccessible(portal, 'order pad');
    await addButton(portal, 2).focus();
    await page.keyboard.press('Enter');
    // What was added has left the pad; before that the way to the cart would cut the sending short.
    await expect(lines(portal)).toHaveCount(0);
    await cartShows(portal, [a.itemNumber, b.itemNumber]);
  });
});
