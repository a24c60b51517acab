import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { trpc } from './trpc.ts';

const Context = createContext(false);

/** Busy mornings bring many events a second; a screen reads anew at most this often. */
const REST_MS = 400;

/**
 * Listens for every change of orders and stock and has what shows them read anew. Events are hints: the answer comes from
 * the queries, under their own permissions. After a gap everything is read anew, since its events are gone.
 */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const utils = trpc.useUtils();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLost = useRef(false);
  const readAnew = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void utils.orders.invalidate();
      void utils.stock.invalidate();
      void utils.catalog.product.invalidate();
      void utils.customers.get.invalidate();
    }, REST_MS);
  };
  const { status } = trpc.live.events.useSubscription(undefined, { onData: readAnew });
  const connected = status === 'pending';
  useEffect(() => {
    if (connected && wasLost.current) readAnew();
    wasLost.current = !connected && status !== 'idle';
  }, [connected, status]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return <Context value={connected}>{children}</Context>;
};

/** Whether what is shown follows every change now. */
export const useLive = (): boolean => useContext(Context);
