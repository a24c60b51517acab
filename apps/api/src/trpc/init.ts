import { isUnavailable } from '@tradeline/db';
import type { BuyerAction, StaffAction } from '@tradeline/domain/access';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';
import type { Context } from './context.ts';
import { RefusalError } from './or-throw.ts';

/** What the list of procedures says of each, and what the guard enforces. */
export type Meta = {
  audience: 'public' | 'buyer' | 'staff';
  action?: BuyerAction | StaffAction;
  /** Also answered to somebody who has not signed in, as far as the shop lets strangers in. */
  strangers?: true;
};

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error, ctx }) => ({
      code: shape.code,
      // A bug's message may hold data; the caller gets the request id to quote instead.
      message: shape.data.code === 'INTERNAL_SERVER_ERROR' ? 'internal error' : shape.message,
      data: {
        ...(isUnavailable(error)
          ? { code: 'SERVICE_UNAVAILABLE' as const, httpStatus: 503 }
          : { code: shape.data.code, httpStatus: shape.data.httpStatus }),
        path: shape.data.path,
        requestId: ctx?.requestId,
        refusal: error.cause instanceof RefusalError ? error.cause.refusal : undefined,
        fields:
          error.cause instanceof z.ZodError
            ? error.cause.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
            : undefined,
      },
    }),
  });
