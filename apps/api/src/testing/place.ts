import { randomUUID } from 'node:crypto';
import type { Minor } from '@tradeline/domain/money';
import { quote } from '@tradeline/domain/order';
import type { Deps } from '../deps.ts';
import type { Buyer } from '../trpc/context.ts';
import { changeCart } from '../use-cases/cart/change-cart.ts';
import { viewCart } from '../use-cases/cart/view-cart.ts';
import { placeOrder } from '../use-cases/order/place-order.ts';
import type { PlaceOrder } from '../use-cases/order/placing/wish.ts';

export type TestBuyer = Buyer & { addressId: string };

/** Fills a buyer's cart and says what a checkout of it would send. */
export const readyToPlace = async (
  deps: Deps,
  buyer: TestBuyer,
  lines: { skuId: string; quantity: number }[],
  wish: Partial<PlaceOrder> = {},
): Promise<PlaceOrder> => {
  const filled = await changeCart(deps, buyer, { mode: 'set', lines });
  if (!filled.ok) throw new Error(JSON.stringify(filled.error));
  const cart = await viewCart(deps, buyer);
  const priced = cart.pricing && quote({ ...cart.pricing, settings: { view: 'cart' } });
  return {
    idempotencyKey: randomUUID(),
    cartId: cart.id,
    expectedTotal: (priced?.ok ? priced.value.totals.payable : 0) as Minor,
    addressId: buyer.addressId,
    contactName: '王五',
    phone: '13800000000',
    paymentTerms: 'on-delivery',
    ...wish,
  };
};

export const place = async (
  deps: Deps,
  buyer: TestBuyer,
  lines: { skuId: string; quantity: number }[],
  wish: Partial<PlaceOrder> = {},
) => placeOrder(deps, buyer, 'test', await readyToPlace(deps, buyer, lines, wish));
