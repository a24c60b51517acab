import { expectAccessible } from './support/axe.ts';
import { openOrder, press, status } from './support/console.ts';
import { desk, expect, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { signIn } from './support/portal.ts';

test.use({ size: desk, language: 'en' });

test('a reviewer’s day: the flow looked at, orders approved by keyboard after a look, finance passes a second review, a view is kept', async ({
  open,
  portal,
  shop,
}) => {
  test.slow();
  const buyer = await shop.customer('order-desk');
  await signIn(portal, buyer.owner);
  const numbers: string[] = [];
  for (const goods of ['order-desk 1', 'order-desk 2', 'order-desk 3'] as const) {
    numbers.push(await placeOrder(portal, shop, await shop.goods(goods)));
  }

  const admin = await open('admin');
  await signIn(admin, 'admin');
  await admin.page.goto('/order-flow');
  const finance = admin.page.getByRole('checkbox', { name: admin.words('desk_step_finance'), exact: true });
  await finance.check();
  await expect(admin.page.getByText(admin.words('desk_whatif_title'))).toBeVisible();
  await expectAccessible(admin, 'the flow of orders');

  const reviewer = await open('admin');
  const { page, words } = reviewer;
  await signIn(reviewer, 'reviewer');
  await openOrder(reviewer, numbers[0] ?? '');
  await press(reviewer, 'start_review');
  await expect(status(reviewer, 'in_review')).toBeVisible();
  // The second review was not saved above: other journeys review orders at the same time, once.
  const { id: held } = await shop.secondReview(numbers[0] ?? '');

  await page.goto(`/orders?queue=review&q=${encodeURIComponent(buyer.name)}`);
  const rows = page.locator('tbody tr[data-row]');
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(words('desk_approve_sum'))).toBeVisible();
  await expectAccessible(reviewer, 'the preview of many approvals');
  await dialog
    .locator('button')
    .filter({ hasText: /^Approve \d/ })
    .click();
  await expect(dialog.getByText(/^\d+ approved$/)).toBeVisible();
  const close = dialog.getByRole('button', { name: words('bulk_close') });
  await close.click();
  // Keys belong to a dialog until it has gone.
  await expect(close).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: words('desk_keys') })).toBeVisible();
  await expectAccessible(reviewer, 'the keys');
  await page.keyboard.press('Escape');

  const money = await open('admin');
  await signIn(money, 'finance');
  await money.page.goto('/orders?step=finance');
  await expect(money.page.locator('tbody tr[data-row]').first()).toBeVisible();
  await money.page.getByRole('button', { name: money.words('desk_views'), exact: true }).click();
  await money.page.getByRole('menuitem', { name: money.words('desk_view_save') }).click();
  await money.page.getByLabel(money.words('desk_view_name')).fill('Mine to decide');
  await money.page.getByRole('button', { name: money.words('desk_save'), exact: true }).click();
  await expect(money.page.getByText('View “Mine to decide” saved')).toBeVisible();
  await expectAccessible(money, 'orders that wait for finance');
  await money.page.goto(`/orders/${held}`);
  await expect(money.page.getByText(money.words('desk_reviews'), { exact: true })).toBeVisible();
  await expectAccessible(money, 'an order with two reviews');

  // The reviewer comes to the same order: each learns of the other.
  await page.goto(new URL(money.page.url()).pathname);
  await expect(page.getByText(/is looking at this order/)).toBeVisible();
  await expect(money.page.getByText(/is looking at this order/)).toBeVisible();

  const finish = money.words('desk_pass', { step: money.words('desk_step_finance') });
  await money.page.getByRole('toolbar').getByRole('button', { name: finish }).click();
  await expect(page.locator('h1').locator('..').getByText(words('status_confirmed'), { exact: true })).toBeVisible();
  await money.page.goto('/orders?queue=blocked');
  await expectAccessible(money, 'orders that credit blocks');
});
