import { allows, type BuyerAction, type Scope, type StaffAction } from '@tradeline/domain/access';
import { strangerAt } from '../use-cases/session/visitor.ts';
import type { Visitor } from './context.ts';
import { t } from './init.ts';
import { refuse } from './or-throw.ts';

export const router = t.router;

const logged = t.middleware(async ({ ctx, path, type, next }) => {
  const started = performance.now();
  const result = await next();
  const ms = Math.round((performance.now() - started) * 10) / 10;
  if (result.ok) ctx.log.debug({ procedure: path, type, ms }, 'procedure');
  else if (result.error.code === 'INTERNAL_SERVER_ERROR')
    ctx.log.error({ procedure: path, type, ms, err: result.error.cause ?? result.error }, 'procedure failed');
  else
    ctx.log.info(
      { procedure: path, type, ms, code: result.error.code, refusal: result.error.message },
      'procedure refused',
    );
  return result;
});

/** Open to everybody: must be spelled, nothing is public by default. */
export const publicProcedure = t.procedure.use(logged).meta({ audience: 'public' });

/** For a signed-in buyer whose role has the action; `ctx.scope` says how far it reaches. */
export const buyerProcedure = (action: BuyerAction) =>
  t.procedure
    .use(logged)
    .meta({ audience: 'buyer', action })
    .use(({ ctx, next }) => {
      const { buyer } = ctx;
      if (!buyer) return refuse({ kind: 'not-signed-in' });
      const scope: Scope | undefined = allows({ audience: 'buyer', roles: [buyer.role] }, action);
      if (!scope) return refuse({ kind: 'not-permitted', action });
      return next({ ctx: { ...ctx, buyer, scope } });
    });

/**
 * For reads of the catalogue: a buyer whose role has the action, or a stranger when the shop's storefront lets strangers
 * in. `ctx.visitor` is who looks; what he may not see is left out by the query, with `viewerOf(ctx.visitor)`.
 */
export const visitorProcedure = (action: BuyerAction) =>
  t.procedure
    .use(logged)
    .meta({ audience: 'buyer', action, strangers: true })
    .use(async ({ ctx, next }) => {
      const { buyer } = ctx;
      if (buyer && !allows({ audience: 'buyer', roles: [buyer.role] }, action))
        return refuse({ kind: 'not-permitted', action });
      const visitor: Visitor | undefined = buyer ?? (await strangerAt(ctx.deps));
      if (!visitor) return refuse({ kind: 'not-signed-in' });
      return next({ ctx: { ...ctx, visitor } });
    });

/** For signed-in staff whose role has the action. */
export const staffProcedure = (action: StaffAction) =>
  t.procedure
    .use(logged)
    .meta({ audience: 'staff', action })
    .use(({ ctx, next }) => {
      const { staff } = ctx;
      if (!staff) return refuse({ kind: 'not-signed-in' });
      const scope: Scope | undefined = allows({ audience: 'staff', roles: [staff.role] }, action);
      if (!scope) return refuse({ kind: 'not-permitted', action });
      return next({ ctx: { ...ctx, staff, scope } });
    });
