import { trpc } from '../../lib/trpc.ts';

/** Listens for changes of this company's orders and of stock, and has what shows them read anew. */
export const LiveOrders = () => {
  const utils = trpc.useUtils();
  trpc.live.events.useSubscription(undefined, {
    onData: ({ data }) => {
      if (data.aggregateType === 'order') void utils.orders.invalidate();
    },
  });
  return null;
};
