import type { BuyerRouter } from '@tradeline/api/router';
import { httpBatchLink, httpSubscriptionLink, splitLink, type TRPCLink } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { firstAnswer } from './first-answers.ts';

/** Typed hooks for every procedure of the portal. */
export const trpc = createTRPCReact<BuyerRouter>();

/** What each procedure answers. */
export type Outputs = inferRouterOutputs<BuyerRouter>;

/** Calls in small batches, live events by server-sent events. The header is one that no foreign form can send. */
export const links = (url: string): TRPCLink<BuyerRouter>[] => [
  splitLink({
    condition: (op) => op.type === 'subscription',
    true: httpSubscriptionLink({ url }),
    false: httpBatchLink({
      url,
      maxItems: 10,
      headers: { 'x-tradeline': '1' },
      fetch: (input, init) => {
        const now = () => fetch(input, { ...init, signal: init?.signal ?? null });
        return firstAnswer(input, init?.method)?.catch(now) ?? now();
      },
    }),
  }),
];
