import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { trpc } from './trpc.ts';

const Context = createContext(false);

/** Somebody at an order, in one of his windows. */
export type Here = { staffId: string; name: string; tab: string; doing: 'looking' | 'editing' | 'gone' };
type Hear = (orderId: string, here: Here) => void;
const hearers = new Set<Hear>();

/** Hears who is at which order, from the one stream of the page; the answer ends it. */
export const hearPresence = (hear: Hear): (() => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};

/** Busy mornings bring many events a second: the first is followed at once, the others at most this often. */
const REST_MS = 500;

/**
 * Listens for every change of orders and stock and has what shows them read anew. Events are hints: the answer comes from
 * the queries, under their own permissions. After a gap everything is read anew, since its events are gone.
 */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const utils = trpc.useUtils();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLost = useRef(false);
  const lastAt = useRef(0);
  const readAnew = () => {
    waiting.current ??= setTimeout(
      () => {
        waiting.current = undefined;
        lastAt.current = Date.now();
        void utils.orders.invalidate();
        void utils.orderDesk.attention.invalidate();
        void utils.orderDesk.credit.invalidate();
        void utils.orderDesk.flow.invalidate();
        void utils.orderDesk.changes.invalidate();
        void utils.messages.invalidate();
        void utils.notices.invalidate();
        void utils.payments.invalidate();
        void utils.returns.invalidate();
        void utils.stock.invalidate();
        void utils.picking.invalidate();
        void utils.catalog.product.invalidate();
        void utils.customers.get.invalidate();
        void utils.prices.lists.invalidate();
        void utils.prices.list.invalidate();
        void utils.prices.versions.invalidate();
      },
      Math.max(0, lastAt.current + REST_MS - Date.now()),
    );
  };
  // The page asked for its data before this stream began: it tells from there on.
  const [place] = useState(() => utils.session.me.getData()?.heard);
  const { status } = trpc.live.events.useSubscription(place === undefined ? undefined : { place }, {
    onData: (told) => {
      const event = 'data' in told ? told.data : told;
      if (event.here) for (const hear of hearers) hear(event.aggregateId, event.here);
      else readAnew();
    },
  });
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
