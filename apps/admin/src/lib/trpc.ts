import type { AdminRouter } from '@tradeline/api/router';
import { httpBatchLink, httpSubscriptionLink, splitLink, type TRPCLink } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import type { inferRouterOutputs } from '@trpc/server';

/** Typed hooks for every procedure of the console. */
export const trpc = createTRPCReact<AdminRouter>();

/** What each procedure answers. */
export type Outputs = inferRouterOutputs<AdminRouter>;

/** Calls in small batches, live events by server-sent events. The header is one that no foreign form can send. */
export const links = (url: string): TRPCLink<AdminRouter>[] => [
  splitLink({
    condition: (op) => op.type === 'subscription',
    true: httpSubscriptionLink({ url }),
    false: httpBatchLink({ url, maxItems: 10, headers: { 'x-tradeline': '1' } }),
  }),
];
