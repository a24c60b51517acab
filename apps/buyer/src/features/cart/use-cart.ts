import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { priceCart, type Quantities } from '../../lib/price-cart.ts';
import { problemOf } from '../../lib/problem.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type Cart = Outputs['cart']['get'];
export type CartItem = Cart['items'][number];
export type SaveStateName = 'saved' | 'saving' | 'unsaved';

/** How long typing rests before it is sent, and how long a failed sending waits for the network. */
const REST = 350;
const PATIENCE = 3_000;

/** What was typed and not answered yet, and into which cart: a colleague may order that one, and then another stands here. */
type Typed = { cartId: string | undefined; quantities: Quantities };
const nothing: Quantities = new Map();

const sendable = ({ cartId, quantities }: Typed) => ({
  cartId,
  lines: [...quantities].flatMap(([skuId, quantity]) => (quantity === undefined ? [] : [{ skuId, quantity }])),
});

/**
 * The cart as its owner sees it: what was typed counts at once and is priced at once. After a short rest it is sent, one
 * sending at a time, so that an older answer never replaces a newer wish. Without an answer it is kept and sent again;
 * what is still unsent when the page is left is sent then.
 */
export const useCart = () => {
  const utils = trpc.useUtils();
  const cart = trpc.cart.get.useQuery();
  const [typed, setTyped] = useState<Typed>({ cartId: undefined, quantities: nothing });
  const latest = useRef(typed);
  const hurry = useRef(false);

  /** Lets go of what the server has answered, unless it was typed over meanwhile. */
  const settle = useCallback((sent: readonly { skuId: string; quantity: number }[]) => {
    const answered = new Map(sent.map(({ skuId, quantity }) => [skuId, quantity]));
    setTyped(({ cartId, quantities }) => ({
      cartId,
      quantities: new Map([...quantities].filter(([skuId, quantity]) => answered.get(skuId) !== quantity)),
    }));
  }, []);
  const change = trpc.cart.change.useMutation({
    onSuccess: (answer, { lines }) => {
      utils.cart.get.setData(undefined, answer);
      settle(lines);
    },
    onError: (error, { lines }) => {
      if (problemOf(error).kind === 'offline') return;
      settle(lines);
      // It may be because the cart went away: which one stands here now, and what became of that one.
      void utils.cart.invalidate();
    },
  });
  const { mutate, isPending, isError } = change;

  useEffect(() => {
    latest.current = typed;
    const wish = sendable(typed);
    if (wish.lines.length === 0 || isPending) return;
    const send = () => {
      hurry.current = false;
      mutate({ mode: 'set', ...wish });
    };
    const timer = setTimeout(send, isError ? PATIENCE : hurry.current ? 0 : REST);
    return () => clearTimeout(timer);
  }, [typed, isPending, isError, mutate]);

  useEffect(
    () => () => {
      const wish = sendable(latest.current);
      if (wish.lines.length > 0) mutate({ mode: 'set', ...wish });
    },
    [mutate],
  );

  const cartId = cart.data?.id;
  const here = typed.cartId === cartId ? typed.quantities : nothing;
  const pricing = cart.data?.pricing;
  const priced = useMemo(() => pricing && priceCart(pricing, here), [pricing, here]);
  const state: SaveStateName = !isPending && typed.quantities.size === 0 ? 'saved' : isError ? 'unsaved' : 'saving';
  const type = (lines: Quantities) =>
    setTyped((now) => ({
      cartId,
      quantities: new Map([...(now.cartId === cartId ? now.quantities : nothing), ...lines]),
    }));
  return {
    cart,
    items: (cart.data?.items ?? []).filter((item) => here.get(item.skuId) !== 0),
    priced,
    state,
    quantityOf: (item: CartItem) => (here.has(item.skuId) ? here.get(item.skuId) : item.quantity),
    setQuantity: (skuId: string, quantity: number | undefined) => type(new Map([[skuId, quantity]])),
    /** Sets several at once and without a rest: removing, emptying, undoing. */
    setNow: (lines: readonly { skuId: string; quantity: number }[]) => {
      hurry.current = true;
      type(new Map(lines.map(({ skuId, quantity }) => [skuId, quantity])));
    },
  };
};
