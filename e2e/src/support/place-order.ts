import { randomUUID } from 'node:crypto';
import { type App, expect } from './journey.ts';
import { type Payment, placedOrder } from './portal.ts';
import type { Goods, Shop } from './shop.ts';

const terms = { checkout_terms: 'terms', checkout_on_delivery: 'on-delivery' } as const satisfies Record<
  Payment,
  string
>;

type Address = { id: string; contactName: string; phone: string };
type Preview = { cartId: string; priced: { totals: { payable: number } }; termsOfSale: { version: string } | null };

/**
 * Has the signed-in buyer order some goods by the procedures that his screens call, and opens the order. For journeys that
 * begin with an order; those about ordering press every button.
 */
export const placeOrder = async (
  app: App,
  shop: Shop,
  goods: Goods,
  { payment = 'checkout_on_delivery', packs = 1 }: { payment?: Payment; packs?: number } = {},
): Promise<string> => {
  const { request } = app.page.context();
  const read = async <T>(answer: Awaited<ReturnType<typeof request.get>>): Promise<T> => {
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { result: { data: T } }).result.data;
  };
  const ask = async <T>(path: string, input?: object): Promise<T> =>
    read(await request.get(`/trpc/${path}`, input ? { params: { input: JSON.stringify(input) } } : {}));
  const tell = async <T>(path: string, data: object): Promise<T> =>
    read(await request.post(`/trpc/${path}`, { data, headers: { 'x-tradeline': '1' } }));

  const line = await shop.leastOf(goods);
  await tell('cart.change', { mode: 'set', lines: [{ skuId: line.skuId, quantity: line.quantity * packs }] });
  const [address] = await ask<Address[]>('account.addresses');
  if (!address) throw new Error('the customer has no address');
  const wish = { paymentTerms: terms[payment] };
  const preview = await ask<Preview>('checkout.preview', { ...wish, addressId: address.id });
  const placed = await tell<{ id: string }>('orders.place', {
    ...wish,
    idempotencyKey: randomUUID(),
    cartId: preview.cartId,
    expectedTotal: preview.priced.totals.payable,
    addressId: address.id,
    contactName: address.contactName,
    phone: address.phone,
    ...(preview.termsOfSale ? { termsVersion: preview.termsOfSale.version } : {}),
  });
  await app.page.goto(`/orders/${placed.id}`);
  return placedOrder(app);
};
