import { tracked } from '@trpc/server';
import * as z from 'zod';
import { type LiveEvent, type LiveHub, PRESENCE } from '../live/hub.ts';
import { buyerProcedure, router, staffProcedure } from '../trpc/procedures.ts';

const resume = z
  .strictObject({
    lastEventId: z
      .string()
      .regex(/^\d{1,16}$/u)
      .nullish(),
    /** What `session.me` said, so that nothing is missed between a page's questions and its stream. */
    place: z
      .string()
      .regex(/^[0-9a-f-]{36}:\d{1,16}$/u)
      .optional(),
  })
  .optional();
type Resume = z.infer<typeof resume>;
type Tracked = ReturnType<typeof tracked<LiveEvent>>;

const follow = (live: LiveHub, asked: Resume, wants: (event: LiveEvent) => boolean, signal: AbortSignal) =>
  live.events({
    since: asked?.lastEventId ? Number(asked.lastEventId) : undefined,
    place: asked?.place,
    wants,
    signal,
  });

const numbered = (event: LiveEvent): Tracked => tracked(String(event.seq), event);

async function* stream(events: AsyncGenerator<LiveEvent>): AsyncGenerator<Tracked> {
  for await (const event of events) yield numbered(event);
}

/** Who is where is told once and never caught up on: it moves no browser's place among the events. */
async function* withPresence(events: AsyncGenerator<LiveEvent>): AsyncGenerator<Tracked | LiveEvent> {
  for await (const event of events) yield event.aggregateType === PRESENCE ? event : numbered(event);
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
      return stream(follow(ctx.deps.live, input, isFor(ctx.buyer.company.id), until));
    }),
});

export const staffLiveRouter = router({
  events: staffProcedure('dashboard.read')
    .input(resume)
    .subscription(({ ctx, input, signal }): AsyncGenerator<Tracked | LiveEvent> => {
      const until = ctx.deps.streams.watch('staff', ctx.staff.sessionId, signal);
      return withPresence(follow(ctx.deps.live, input, () => true, until));
    }),
});
