import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { priceCart } from '../../lib/price-cart.ts';
import { problemOf } from '../../lib/problem.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type Cart = Outputs['cart']['get'];
export type CartItem = Cart['items'][number];

const REST = 350;

/**
 * The cart as its owner sees it: what was typed counts at once and is priced at once; after a short rest it is sent,
 * and the answer replaces what was assumed. Without an answer it is kept and sent again.
 */
export const useCart = () => {
  const utils = trpc.useUtils();
  const cart = trpc.cart.get.useQuery();
  const change = trpc.cart.change.useMutation();
  const [typed, setTyped] = useState<ReadonlyMap<string, number | undefined>>(new Map());
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  }, [typed]);

  const forget = useCallback((sent: ReadonlyMap<string, number | undefined>) => {
    setTyped(
      (now) => new Map([...now].filter(([skuId, quantity]) => !sent.has(skuId) || sent.get(skuId) !== quantity)),
    );
  }, []);

  const { mutate } = change;
  const send = useCallback(
    (lines: ReadonlyMap<string, number | undefined>) => {
      const known = [...lines].flatMap(([skuId, quantity]) => (quantity === undefined ? [] : [{ skuId, quantity }]));
      if (known.length === 0) return;
      mutate(
        { mode: 'set', lines: known },
        {
          onSuccess: (answer) => {
            utils.cart.get.setData(undefined, answer);
            forget(lines);
          },
          onError: (error) => {
            if (problemOf(error).kind === 'offline') setTimeout(() => send(latest.current), 3_000);
            else {
              forget(lines);
              void utils.cart.get.invalidate();
            }
          },
        },
      );
    },
    [mutate, utils, forget],
  );

  useEffect(() => {
    if (typed.size === 0) return;
    const timer = setTimeout(() => send(typed), REST);
    return () => clearTimeout(timer);
  }, [typed, send]);

  const pricing = cart.data?.pricing;
  const priced = useMemo(() => pricing && priceCart(pricing, typed), [pricing, typed]);
  const items = (cart.data?.items ?? []).filter((item) => typed.get(item.skuId) !== 0);
  return {
    cart,
    items,
    priced,
    error: change.error,
    state: change.isPending || typed.size > 0 ? (change.error ? 'unsaved' : 'saving') : 'saved',
    quantityOf: (item: CartItem) => (typed.has(item.skuId) ? typed.get(item.skuId) : item.quantity),
    setQuantity: (skuId: string, quantity: number | undefined) => setTyped((now) => new Map(now).set(skuId, quantity)),
    /** Sets several at once and without waiting: removing, emptying, undoing. */
    setNow: (lines: readonly { skuId: string; quantity: number }[]) => {
      const wanted = new Map(lines.map(({ skuId, quantity }) => [skuId, quantity]));
      setTyped((now) => new Map([...now, ...wanted]));
      send(wanted);
    },
  };
};
