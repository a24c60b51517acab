import type { Outputs } from './trpc.ts';
import type { Words } from './words.ts';

export type NamedCart = Outputs['cart']['list'][number];

/** What a cart is called: his own by its name, a colleague's with whose it is. */
export const cartName = (
  cart: Partial<Pick<NamedCart, 'name' | 'own' | 'ownerName'>> | undefined,
  t: Words['t'],
): string => {
  if (!cart || cart.own) return cart?.name || t.ordering_cart_first();
  const owner = cart.ownerName ?? '';
  return cart.name ? t.ordering_cart_of({ name: cart.name, owner }) : t.ordering_cart_of_first({ owner });
};
