import { buyerStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { ASKED_TOGETHER } from '../../live/hub.ts';
import type { Buyer } from '../../trpc/context.ts';
import { locale, text } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, publicProcedure, router } from '../../trpc/procedures.ts';
import { shopView } from '../../use-cases/session/shop-view.ts';
import { signIn } from '../../use-cases/session/sign-in.ts';

/** Who looks; `heard` is the place from which the stream of his page has to tell. */
type Me = (Buyer & { heard?: string }) | null;

export const buyerSessionRouter = router({
  /** Who is signed in, or null; never a refusal, so that a first visit makes no error. */
  me: publicProcedure.query(
    ({ ctx }): Me => (ctx.buyer ? { ...ctx.buyer, heard: ctx.deps.live.place(ASKED_TOGETHER) } : null),
  ),
  shop: publicProcedure.query(({ ctx }) => shopView(ctx.deps)),
  signIn: publicProcedure
    .input(z.strictObject({ login: text(100, 1), password: z.string().min(1).max(200) }))
    .mutation(async ({ ctx, input }) => {
      const { cookie } = orThrow(
        await signIn(ctx.deps, 'buyer', { ...input, userAgent: ctx.userAgent, address: ctx.address }),
      );
      ctx.setCookie(cookie);
      return ok(true);
    }),
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.buyer) await ctx.deps.sessions.buyer.close(ctx.buyer.sessionId, ctx.buyer.id);
    ctx.setCookie(ctx.deps.sessions.buyer.blankCookie());
    return ok(true);
  }),
  setLocale: buyerProcedure('catalog.read')
    .input(z.strictObject({ locale }))
    .mutation(async ({ ctx, input }) => {
      await buyerStore.setLocale(ctx.deps.db, ctx.buyer.id, input.locale);
      return ok(true);
    }),
  sessions: buyerProcedure('session.revoke').query(async ({ ctx }) =>
    (await ctx.deps.sessions.buyer.list(ctx.buyer.id)).map((session) => ({
      ...session,
      current: session.id === ctx.buyer.sessionId,
    })),
  ),
  revokeSession: buyerProcedure('session.revoke')
    .input(z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/u) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.deps.sessions.buyer.close(input.id, ctx.buyer.id);
      return ok(true);
    }),
});
