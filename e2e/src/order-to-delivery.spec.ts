import type { CustomerOf, GoodsOf } from './support/allotment.ts';
import { deliver, openOrder, press, pressWithReason, ship, status } from './support/console.ts';
import { type App, desk, expect, phone, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { addToCart, checkOut, chooseGoods, type Payment, placedOrder, portalStatus, signIn } from './support/portal.ts';

const cases: {
  language: 'zh-CN' | 'en';
  size: typeof desk;
  payment: Payment;
  customer: CustomerOf | 'creditworthy';
  goods: GoodsOf;
}[] = [
  { language: 'zh-CN', size: desk, payment: 'checkout_terms', customer: 'creditworthy', goods: 'order-to-delivery 4' },
  {
    language: 'en',
    size: phone,
    payment: 'checkout_on_delivery',
    customer: 'order-to-delivery 4',
    goods: 'order-to-delivery 5',
  },
];

/** Marks the page, so that a reload would be noticed. */
const mark = ({ page }: App) => page.evaluate(() => document.body.setAttribute('data-journey', 'same page'));
const expectSamePage = ({ page }: App) => expect(page.locator('body')).toHaveAttribute('data-journey', 'same page');

for (const { language, size, payment, customer, goods } of cases)
  test.describe(`${language}, portal at ${size.width} px, ${payment}`, () => {
    test.use({ language, size });

    test('an order goes from the catalogue to the customer', async ({ portal, open, shop }) => {
      const buyer = await (customer === 'creditworthy'
        ? shop.creditworthy('order-to-delivery')
        : shop.customer(customer));
      await signIn(portal, buyer.owner);
      await chooseGoods(portal, await shop.goods(goods));
      await addToCart(portal);
      await (await checkOut(portal, payment)).click();
      const number = await placedOrder(portal);
      await expect(portalStatus(portal, 'submitted')).toBeVisible();
      await mark(portal);

      const reviewer = await open('admin', desk);
      await signIn(reviewer, 'reviewer');
      await openOrder(reviewer, number);
      await press(reviewer, 'start_review');
      await expect(status(reviewer, 'in_review')).toBeVisible();
      await expect(portalStatus(portal, 'in_review')).toBeVisible();
      await press(reviewer, 'approve');
      await expect(status(reviewer, 'confirmed')).toBeVisible();
      await expect(portalStatus(portal, 'confirmed')).toBeVisible();

      const warehouse = await open('admin', desk);
      await signIn(warehouse, 'warehouse');
      await openOrder(warehouse, number);
      await press(warehouse, 'start_picking');
      await expect(status(warehouse, 'picking')).toBeVisible();
      await expect(portalStatus(portal, 'picking')).toBeVisible();
      // A carrier that says nothing by itself: here staff say what became of the parcel.
      await ship(warehouse, '自有车队', `SF${number}`);
      await expect(status(warehouse, 'shipped')).toBeVisible();
      await expect(portalStatus(portal, 'shipped')).toBeVisible();
      await expect(portal.page.getByText(`SF${number}`).first()).toBeVisible();
      await deliver(warehouse);
      await expect(status(warehouse, 'delivered')).toBeVisible();
      await expect(portalStatus(portal, 'delivered')).toBeVisible();
      await expectSamePage(portal);
      await expect(status(reviewer, 'delivered')).toBeVisible();
    });
  });

test.describe('an order that ends early', () => {
  test.beforeEach(async ({ portal }) => portal.page.setViewportSize(desk));

  test('is rejected with a reason that the buyer reads', async ({ portal, console: staff, shop }) => {
    await signIn(portal, (await shop.customer('order-to-delivery 1')).owner);
    const number = await placeOrder(portal, shop, await shop.goods('order-to-delivery 1'));
    await signIn(staff, 'admin');
    await openOrder(staff, number);
    await press(staff, 'start_review');
    await pressWithReason(staff, 'reject', '营业执照已过期，请先更新');
    await expect(status(staff, 'rejected')).toBeVisible();
    await expect(portalStatus(portal, 'rejected')).toBeVisible();
    await expect(portal.page.getByText('营业执照已过期，请先更新').first()).toBeVisible();
  });

  test('is cancelled by the buyer, and the desk sees it at once', async ({ portal, console: staff, shop }) => {
    await signIn(portal, (await shop.customer('order-to-delivery 2')).owner);
    const number = await placeOrder(portal, shop, await shop.goods('order-to-delivery 2'));
    await signIn(staff, 'admin');
    await openOrder(staff, number);
    await portal.page
      .getByRole('button', { name: portal.words('order_cancel'), exact: true })
      .first()
      .click();
    const dialog = portal.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: portal.words('order_cancel_reason') }).selectOption('mistake');
    await dialog.getByRole('button', { name: portal.words('order_cancel'), exact: true }).click();
    await expect(portalStatus(portal, 'cancelled')).toBeVisible();
    await expect(status(staff, 'cancelled')).toBeVisible();
  });

  test('cannot be cancelled once it is shipped, and the button says why', async ({ portal, open, shop }) => {
    await signIn(portal, (await shop.customer('order-to-delivery 3')).owner);
    const number = await placeOrder(portal, shop, await shop.goods('order-to-delivery 3'));
    const reviewer = await open('admin');
    await signIn(reviewer, 'reviewer');
    await openOrder(reviewer, number);
    await press(reviewer, 'start_review');
    await expect(status(reviewer, 'in_review')).toBeVisible();
    await press(reviewer, 'approve');
    await expect(status(reviewer, 'confirmed')).toBeVisible();
    const warehouse = await open('admin');
    await signIn(warehouse, 'warehouse');
    await openOrder(warehouse, number);
    await press(warehouse, 'start_picking');
    await expect(status(warehouse, 'picking')).toBeVisible();
    await ship(warehouse, '德邦', `DP${number}`);
    await expect(portalStatus(portal, 'shipped')).toBeVisible();
    const cancel = portal.page.getByRole('button', { name: portal.words('order_cancel'), exact: true }).first();
    await expect(cancel).toHaveAttribute('aria-disabled', 'true');
    await expect(cancel).toHaveAccessibleDescription(/\S/);
  });
});
