import { expectAccessible as readByAll } from './support/axe.ts';
import { type App, desk, expect, phone, test } from './support/journey.ts';
import { signIn, visible } from './support/portal.ts';

/** One red pixel and some more: a real picture of 48 × 48. */
const picture = (page: App['page']) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 48;
    const brush = canvas.getContext('2d');
    if (brush) {
      brush.fillStyle = '#c33';
      brush.fillRect(0, 0, 48, 48);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });

/** The screens are the same in both languages: what stands on them is judged in one. */
const expectAccessible = async (app: App, what: string): Promise<void> => {
  if (app.language === 'zh-CN') await readByAll(app, what);
};

const state = ({ page, words }: App, key: string) =>
  page.getByText(words(`returns_state_${key}`), { exact: true }).first();
const press = async ({ page, words }: App, key: string) =>
  page
    .getByRole('main')
    .getByRole('button', { name: words(key), exact: true })
    .first()
    .click();

for (const [language, place] of [
  ['zh-CN', 0],
  ['en', 1],
] as const)
  test.describe(language, () => {
    test.use({ language, size: phone });
    // Five people at as many screens.
    test.slow();

    test('goods are sent back by phone, received and judged by phone, refunded at the desk, and the buyer follows', async ({
      portal,
      open,
      shop,
    }) => {
      const order = await shop.returnable(place);
      await signIn(portal, order.owner);
      await portal.page.goto(`/orders/${order.id}`);
      await portal.page.getByRole('link', { name: portal.words('returns_ask') }).click();
      await expect(portal.page.getByText(portal.words('returns_which'), { exact: true })).toBeVisible();
      await portal.page.getByRole('main').getByRole('textbox').first().fill('2');
      await portal.page.getByRole('combobox', { name: portal.words('returns_reason') }).selectOption('damaged');
      await portal.page.getByLabel(portal.words('returns_describe')).fill('外箱压坏 box crushed');
      await portal.page.locator('input[type=file]').setInputFiles({
        name: 'box.png',
        mimeType: 'image/png',
        buffer: Buffer.from(await picture(portal.page), 'base64'),
      });
      await expect(portal.page.getByRole('img', { name: portal.words('returns_picture', { n: 1 }) })).toBeVisible();
      await expectAccessible(portal, 'request of a return');
      await visible(portal.page.getByRole('button', { name: portal.words('returns_submit') })).click();
      await portal.page.waitForURL(/\/returns\/[0-9a-f-]{36}/);
      const path = new URL(portal.page.url()).pathname;
      await expect(state(portal, 'requested')).toBeVisible();
      await expectAccessible(portal, 'a return in the portal');
      await portal.page.evaluate(() => document.body.setAttribute('data-journey', 'same page'));

      const reviewer = await open('admin', desk);
      await signIn(reviewer, 'reviewer');
      await reviewer.page.goto('/returns');
      await expect(
        reviewer.page.getByRole('heading', { level: 1, name: reviewer.words('returns_title') }),
      ).toBeVisible();
      await expectAccessible(reviewer, 'the list of returns');
      await reviewer.page.goto(path);
      await expect(
        reviewer.page.getByRole('link', { name: reviewer.words('returns_picture', { n: 1 }) }),
      ).toBeVisible();
      await reviewer.page.getByLabel(reviewer.words('returns_answer')).fill('寄到杭州主仓');
      await expectAccessible(reviewer, 'a return to review');
      await press(reviewer, 'returns_approve');
      await expect(state(portal, 'approved')).toBeVisible();
      await expect(portal.page.getByText('寄到杭州主仓').first()).toBeVisible();
      await portal.page.getByLabel(portal.words('returns_tracking')).fill('SF20261127');
      await press(portal, 'returns_send_back_confirm');
      await expect(state(portal, 'sent_back')).toBeVisible();

      const warehouse = await open('admin', phone);
      await signIn(warehouse, 'warehouse');
      await warehouse.page.goto(path);
      await expect(warehouse.page.getByText('SF20261127').first()).toBeVisible();
      await expectAccessible(warehouse, 'a parcel to receive');
      await warehouse.page
        .getByRole('main')
        .getByRole('button', { name: warehouse.words('returns_receive_confirm', { count: 2 }), exact: true })
        .click();
      await expect(state(portal, 'received')).toBeVisible();
      const damaged = warehouse.page.getByRole('textbox', { name: new RegExp(warehouse.words('returns_damaged')) });
      await damaged.fill('1');
      await expectAccessible(warehouse, 'goods to inspect');
      await press(warehouse, 'returns_inspect_confirm');
      await expect(state(portal, 'inspected')).toBeVisible();

      const finance = await open('admin', desk);
      await signIn(finance, 'finance');
      await finance.page.goto(path);
      const confirm = finance.page.getByRole('main').getByRole('button', { name: /¥\s?[\d,.]*[1-9]/ });
      await expect(confirm).toBeEnabled();
      await expectAccessible(finance, 'a refund to confirm');
      await confirm.click();
      await finance.page.getByRole('dialog').getByRole('button', { name: /¥/ }).click();
      await expect(state(portal, 'refunded')).toBeVisible();
      await expect(portal.page.getByText(/^CN\d+$/).first()).toBeVisible();
      await expect(portal.page.locator('body')).toHaveAttribute('data-journey', 'same page');
      await expectAccessible(portal, 'a settled return');
      // What the order says it cost is what was granted less.
      const { granted, total, owed } = await shop.money(order.id);
      expect(granted).toBeGreaterThan(0);
      expect(owed).toBeLessThanOrEqual(total - granted);
      expect(await shop.brokenPromises()).toEqual([]);
      const paper = await portal.page.request.get(
        `/documents/orders/${order.id}${path}/credit-note.pdf?language=${language}`,
      );
      expect(paper.headers()['content-type']).toBe('application/pdf');
    });
  });
