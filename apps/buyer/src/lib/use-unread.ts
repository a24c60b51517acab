import { trpc } from './trpc.ts';
import { useVisitor } from './use-me.tsx';

/** Messages of the wholesaler that nobody of my company has read, by order; live. */
export const useUnread = (): { total: number; of: (orderId: string) => number } => {
  const visitor = useVisitor();
  const { data = [] } = trpc.messages.unread.useQuery(undefined, { enabled: visitor !== null });
  return {
    total: data.reduce((sum, { count }) => sum + count, 0),
    of: (orderId) => data.find((each) => each.orderId === orderId)?.count ?? 0,
  };
};
