import { expectAccessible } from './support/axe.ts';
import { openOrder, press } from './support/console.ts';
import { desk, expect, phone, test } from './support/journey.ts';
import { placeOrder } from './support/place-order.ts';
import { addToCart, chooseGoods, signIn, visible } from './support/portal.ts';

test.describe('a desk in Chinese', () => {
  test.use({ size: desk, language: 'zh-CN' });

  test('an order is changed by who placed it, then by the wholesaler with a reason that he reads', async ({
    portal,
    console,
    shop,
  }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('ordering 1')).owner);
    const number = await placeOrder(portal, shop, await shop.goods('ordering 1'));
    await page.getByRole('link', { name: words('ordering_edit'), exact: true }).click();
    await expect(page.getByText(words('ordering_change_none'))).toBeVisible();
    const more = page.getByRole('main').getByRole('textbox').first();
    const before = Number(await more.inputValue());
    await more.fill(String(before * 3));
    const save = visible(page.getByRole('button', { name: words('ordering_edit_save') }));
    await expect(save).toBeEnabled();
    await expectAccessible(portal, 'changing an order');
    await save.click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    await page.getByText(words('ordering_change_title'), { exact: true }).click();
    await expectAccessible(portal, 'an order that was changed');

    await signIn(console, 'admin');
    await openOrder(console, number);
    await console.page
      .getByRole('toolbar', { name: console.words('do_bar') })
      .getByRole('button', { name: console.words('ordering_edit'), exact: true })
      .click();
    // The order's own page has a field of its own (internal note): the order must be open for change first.
    await expect(console.page.getByText(console.words('ordering_change_none'))).toBeVisible();
    await console.page
      .getByRole('main')
      .getByRole('textbox')
      .first()
      .fill(String(before * 2));
    await console.page.getByLabel(console.words('ordering_edit_comment')).fill('电话里说好了');
    const confirm = console.page.getByRole('button', { name: console.words('ordering_edit_save') });
    await expect(confirm).toBeEnabled();
    await expectAccessible(console, 'changing an order in the console');
    await confirm.click();
    await console.page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    await press(console, 'start_review');
    await expect(page.getByText('电话里说好了')).toBeVisible();
  });

  test('an administrator sees what went out by mail and SMS', async ({ console }) => {
    await signIn(console, 'admin');
    await console.page.goto('/sendings');
    await expect(
      console.page.getByRole('heading', { level: 1, name: console.words('ordering_sendings') }),
    ).toBeVisible();
    await expectAccessible(console, 'mail and SMS');
  });
});

test.describe('a phone in Chinese', () => {
  test.use({ size: phone, language: 'zh-CN' });

  test('two carts by name, goods moved between them, one deleted and brought back', async ({ portal, shop }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('ordering 2')).owner);
    await chooseGoods(portal, await shop.goods('ordering 2'));
    await addToCart(portal);
    await page.goto('/cart');
    const which = (name: string) => page.getByRole('button', { name: words('ordering_cart_which', { name }) });
    const first = words('ordering_cart_first');
    const choose = async (cart: string, entry: string | RegExp) => {
      await which(cart).click();
      await page.getByRole('menuitem', { name: entry }).click();
    };
    await choose(first, words('ordering_cart_create'));
    await page.getByLabel(words('ordering_cart_name')).fill('年货');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('ordering_cart_create') })
      .click();
    await expect(which('年货')).toBeVisible();
    await choose('年货', new RegExp(`^${first}`));
    await expect(which(first)).toBeVisible();
    await choose(first, words('ordering_cart_move'));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().check();
    await expectAccessible(portal, 'moving goods');
    await dialog.getByRole('button', { name: words('ordering_cart_move_do', { count: 1 }) }).click();
    await choose(first, /^年货/);
    await expect(visible(page.getByRole('button', { name: words('cart_checkout') }))).toBeVisible();
    await expectAccessible(portal, 'a cart among several');
    await choose('年货', words('ordering_cart_discard'));
    await expect(which(first)).toBeVisible();
    await page.getByRole('button', { name: words('undo') }).click();
    await expect(which('年货')).toBeVisible();
  });

  test('somebody chooses by which way he is told', async ({ portal, shop }) => {
    const { page, words } = portal;
    await signIn(portal, (await shop.customer('ordering 3')).owner);
    await page.goto('/preferences');
    const delivery = page.getByRole('group', { name: words('ordering_topic_delivery') });
    await delivery.getByRole('checkbox', { name: words('ordering_way_sms') }).check();
    await page.getByLabel(words('checkout_phone')).fill('13800001234');
    await expectAccessible(portal, 'notifications');
    await page.getByRole('button', { name: words('ordering_contact_save') }).click();
    await expect(page.getByText(words('ordering_contact_saved'))).toBeVisible();
    await page.reload();
    await expect(delivery.getByRole('checkbox', { name: words('ordering_way_sms') })).toBeChecked();
    await expect(page.getByLabel(words('checkout_phone'))).toHaveValue('13800001234');
  });
});
