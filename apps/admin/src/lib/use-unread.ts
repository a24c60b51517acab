import { trpc } from './trpc.ts';
import { useMay } from './use-me.ts';

/** Messages of my customers that nobody of us has read, by order; live. */
export const useUnread = (): { total: number; of: (orderId: string) => number } => {
  const enabled = useMay('order.read');
  const { data = [] } = trpc.messages.unread.useQuery(undefined, { enabled });
  return {
    total: data.reduce((sum, { count }) => sum + count, 0),
    of: (orderId) => data.find((each) => each.orderId === orderId)?.count ?? 0,
  };
};
