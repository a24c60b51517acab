import { tracked } from '@trpc/server';
import * as z from 'zod';
import type { LiveEvent, LiveHub } from '../live/hub.ts';
import { buyerProcedure, router, staffProcedure } from '../trpc/procedures.ts';

const resume = z
  .strictObject({
    lastEventId: z
      .string()
      .regex(/^\d{1,16}$/u)
      .nullish(),
  })
  .optional();
type Tracked = ReturnType<typeof tracked<LiveEvent>>;

async function* stream(
  live: LiveHub,
  lastEventId: string | null | undefined,
  wants: (event: LiveEvent) => boolean,
  signal: AbortSignal,
): AsyncGenerator<Tracked> {
  const since = lastEventId ? Number(lastEventId) : undefined;
  for await (const event of live.events({ since, wants, signal })) yield tracked(String(event.seq), event);
}

/** A customer hears of what is his, and that prices moved; whose and which, his own queries tell him. */
const isFor =
  (companyId: string) =>
  (event: LiveEvent): boolean =>
    event.companyId === companyId || event.aggregateType === 'price-list';

/** Server-sent events; each says what changed, never how: the screen asks again under its own permissions. */
export const buyerLiveRouter = router({
  events: buyerProcedure('order.read')
    .input(resume)
    .subscription(({ ctx, input, signal }): AsyncGenerator<Tracked> => {
      const until = ctx.deps.streams.watch('buyer', ctx.buyer.sessionId, signal);
      return stream(ctx.deps.live, input?.lastEventId, isFor(ctx.buyer.company.id), until);
    }),
});

export const staffLiveRouter = router({
  events: staffProcedure('dashboard.read')
    .input(resume)
    .subscription(({ ctx, input, signal }): AsyncGenerator<Tracked> => {
      const until = ctx.deps.streams.watch('staff', ctx.staff.sessionId, signal);
      return stream(ctx.deps.live, input?.lastEventId, () => true, until);
    }),
});
