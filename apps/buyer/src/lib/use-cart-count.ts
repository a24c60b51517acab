import { trpc } from './trpc.ts';
import { useMay } from './use-me.tsx';

/** How many lines the open cart has; undefined for somebody who has no cart. */
export const useCartCount = (): number | undefined =>
  trpc.cart.get.useQuery(undefined, { enabled: useMay('cart.edit') }).data?.items.length;
