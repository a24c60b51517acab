import { expectAccessible } from './support/axe.ts';
import { desk, expect, phone, test } from './support/journey.ts';
import { addToCart, checkOut, chooseGoods, placedOrder, signIn, visible } from './support/portal.ts';

test.use({ size: desk, language: 'zh-CN' });

test('two people fill one cart, each sees at once what the other does, and whoever comes second to the checkout is told', async ({
  portal,
  open,
  shop,
}) => {
  const customer = await shop.customer('shared-cart');
  const { login, name, ownerName } = await shop.colleague(customer);
  const [mine, theirs] = [await shop.goods('shared-cart 1'), await shop.goods('shared-cart 2')];
  const { page, words } = portal;
  const which = (title: string) => words('ordering_cart_which', { name: title });
  await signIn(portal, customer.owner);
  await chooseGoods(portal, mine);
  await addToCart(portal);
  await page.goto('/cart');
  await page.getByRole('button', { name: which(words('ordering_cart_first')) }).click();
  await page.getByRole('menuitem', { name: words('ordering_cart_share') }).click();
  await expect(page.getByText(words('ordering_cart_shared'))).toBeVisible();

  const other = await open('buyer', phone);
  await signIn(other, login);
  await other.page.goto('/cart');
  const shared = words('ordering_cart_of_first', { owner: ownerName });
  await other.page.getByRole('button', { name: which(words('ordering_cart_first')) }).click();
  await other.page.getByRole('menuitem', { name: new RegExp(`^${shared}`) }).click();
  await expect(other.page.getByText(mine.name.zh, { exact: true }).first()).toBeVisible();
  await expectAccessible(other, 'a cart that a colleague shares');
  await other.page.goto('/goods');
  await chooseGoods(other, theirs);
  await addToCart(other);
  await expect(page.getByText(words('ordering_line_by', { name }))).toBeVisible();
  await expectAccessible(portal, 'a cart with goods of a colleague');

  await other.page.goto('/cart');
  const fields = ({ page: which }: typeof portal) => which.getByRole('main').getByRole('textbox');
  const label = (await fields(portal).first().getAttribute('aria-label')) ?? '';
  const more = String(Number(await fields(portal).first().inputValue()) * 2);
  await page.getByRole('textbox', { name: label, exact: true }).fill(more);
  await expect(other.page.getByRole('textbox', { name: label, exact: true })).toHaveValue(more);

  await other.page
    .getByRole('button', { name: words('cart_checkout') })
    .filter({ visible: true })
    .first()
    .click();
  await other.page.waitForURL('**/checkout');
  await expect(visible(other.page.getByRole('button', { name: words('checkout_place'), exact: true }))).toBeVisible();
  await (await checkOut(portal, 'checkout_on_delivery')).click();
  const number = await placedOrder(portal);
  await expect(other.page.getByText(new RegExp(`${ownerName}已把.*${number}`))).toBeVisible();
  await expectAccessible(other, 'a checkout whose cart was ordered by a colleague');
  await other.page.getByRole('link', { name: words('ordering_left_order') }).click();
  await expect(other.page.getByRole('heading', { level: 1 })).toContainText(number);
});
