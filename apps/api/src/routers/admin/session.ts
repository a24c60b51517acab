import { staffStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { ASKED_TOGETHER } from '../../live/hub.ts';
import type { Staff } from '../../trpc/context.ts';
import { locale, text } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { publicProcedure, router, staffProcedure } from '../../trpc/procedures.ts';
import { shopView } from '../../use-cases/session/shop-view.ts';
import { signIn } from '../../use-cases/session/sign-in.ts';

/** Who looks; `heard` is the place from which the stream of his page has to tell. */
type Me = (Staff & { heard?: string }) | null;

export const staffSessionRouter = router({
  /** Who is signed in, or null; never a refusal, so that a first visit makes no error. */
  me: publicProcedure.query(
    ({ ctx }): Me => (ctx.staff ? { ...ctx.staff, heard: ctx.deps.live.place(ASKED_TOGETHER) } : null),
  ),
  shop: publicProcedure.query(({ ctx }) => shopView(ctx.deps)),
  signIn: publicProcedure
    .input(z.strictObject({ login: text(100, 1), password: z.string().min(1).max(200) }))
    .mutation(async ({ ctx, input }) => {
      const { cookie } = orThrow(
        await signIn(ctx.deps, 'staff', { ...input, userAgent: ctx.userAgent, address: ctx.address }),
      );
      ctx.setCookie(cookie);
      return ok(true);
    }),
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.staff) await ctx.deps.sessions.staff.close(ctx.staff.sessionId, ctx.staff.id);
    ctx.setCookie(ctx.deps.sessions.staff.blankCookie());
    return ok(true);
  }),
  setLocale: staffProcedure('dashboard.read')
    .input(z.strictObject({ locale }))
    .mutation(async ({ ctx, input }) => {
      await staffStore.setLocale(ctx.deps.db, ctx.staff.id, input.locale);
      return ok(true);
    }),
  sessions: staffProcedure('dashboard.read').query(async ({ ctx }) =>
    (await ctx.deps.sessions.staff.list(ctx.staff.id)).map((session) => ({
      ...session,
      current: session.id === ctx.staff.sessionId,
    })),
  ),
  revokeSession: staffProcedure('dashboard.read')
    .input(z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/u) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.deps.sessions.staff.close(input.id, ctx.staff.id);
      return ok(true);
    }),
});
