import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';

/** Listens for changes of this company's orders, of shared carts, of stock and of prices, and has what shows them read anew. */
export const LiveOrders = () => {
  const utils = trpc.useUtils();
  // The page asked for its data before this stream began: it tells from there on.
  const [place] = useState(() => utils.session.me.getData()?.heard);
  trpc.live.events.useSubscription(place === undefined ? undefined : { place }, {
    onData: ({ data }) => {
      if (['order', 'payment', 'shipment'].includes(data.aggregateType)) {
        void utils.orders.invalidate();
        void utils.payments.invalidate();
        void utils.returns.invalidate();
      }
      if (data.aggregateType === 'notice') void utils.notices.invalidate();
      if (data.aggregateType === 'message') void utils.messages.invalidate();
      if (data.aggregateType === 'cart') {
        // What a colleague does in a shared cart is read anew where that cart stands, or which one stands is still on its
        // way; that one came or went, everywhere.
        const here = utils.cart.get.getData()?.id;
        if (data.type !== 'cart.changed' || here === undefined || here === data.aggregateId)
          void utils.cart.get.invalidate();
        void utils.cart.list.invalidate();
        void utils.cart.left.invalidate();
      }
      if (data.aggregateType === 'price-list') {
        void utils.catalog.invalidate();
        void utils.cart.invalidate();
      }
    },
  });
  return null;
};
