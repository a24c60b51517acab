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

const sendable = (typed: Quantities) =>
  [...typed].flatMap(([skuId, quantity]) => (quantity === undefined ? [] : [{ skuId, quantity }]));

/**
 * The cart as its owner sees it: what was typed counts at once and is priced at once. After a short rest it is sent, one
 * sending at a time, so that an older answer never replaces a newer wish. Without an answer it is kept and sent again;
 * what is still unsent when the page is left is sent then.
 */
export const useCart = () => {
  const utils = trpc.useUtils();
  const cart = trpc.cart.get.useQuery();
  const [typed, setTyped] = useState<Quantities>(new Map());
  const latest = useRef(typed);
  const hurry = useRef(false);

  /** Lets go of what the server has answered, unless it was typed over meanwhile. */
  const settle = useCallback((sent: readonly { skuId: string; quantity: number }[]) => {
    const answered = new Map(sent.map(({ skuId, quantity }) => [skuId, quantity]));
    setTyped((now) => new Map([...now].filter(([skuId, quantity]) => answered.get(skuId) !== quantity)));
  }, []);
  const change = trpc.cart.change.useMutation({
    onSuccess: (answer, { lines }) => {
      utils.cart.get.setData(undefined, answer);
      settle(lines);
    },
    onError: (error, { lines }) => {
      if (problemOf(error).kind === 'offline') return;
      settle(lines);
      void utils.cart.get.invalidate();
    },
  });
  const { mutate, isPending, isError } = change;

  useEffect(() => {
    latest.current = typed;
    const lines = sendable(typed);
    if (lines.length === 0 || isPending) return;
    const send = () => {
      hurry.current = false;
      mutate({ mode: 'set', lines });
    };
    const timer = setTimeout(send, isError ? PATIENCE : hurry.current ? 0 : REST);
    return () => clearTimeout(timer);
  }, [typed, isPending, isError, mutate]);

  useEffect(
    () => () => {
      const lines = sendable(latest.current);
      if (lines.length > 0) mutate({ mode: 'set', lines });
    },
    [mutate],
  );

  const pricing = cart.data?.pricing;
  const priced = useMemo(() => pricing && priceCart(pricing, typed), [pricing, typed]);
  const state: SaveStateName = !isPending && typed.size === 0 ? 'saved' : isError ? 'unsaved' : 'saving';
  return {
    cart,
    items: (cart.data?.items ?? []).filter((item) => typed.get(item.skuId) !== 0),
    priced,
    state,
    quantityOf: (item: CartItem) => (typed.has(item.skuId) ? typed.get(item.skuId) : item.quantity),
    setQuantity: (skuId: string, quantity: number | undefined) => setTyped((now) => new Map(now).set(skuId, quantity)),
    /** Sets several at once and without a rest: removing, emptying, undoing. */
    setNow: (lines: readonly { skuId: string; quantity: number }[]) => {
      hurry.current = true;
      setTyped((now) => new Map([...now, ...lines.map(({ skuId, quantity }) => [skuId, quantity] as const)]));
    },
  };
};
