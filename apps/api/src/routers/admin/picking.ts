import { owedStore, pickingQueueStore, pickListStore, putBackStore, stockStore } from '@tradeline/db/stores';
import { shortReasons, shortRests, waveGroupings } from '@tradeline/domain/fulfilment';
import * as z from 'zod';
import { page, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { staffActor } from '../../use-cases/order/actor.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { shipParcels } from '../../use-cases/order/ship-order.ts';
import { cancelList, setUrgent, viewList } from '../../use-cases/picking/change-list.ts';
import { clearEnded, viewEnded } from '../../use-cases/picking/ended-box.ts';
import { makeWaves } from '../../use-cases/picking/make-waves.ts';
import { missStop, pickStop } from '../../use-cases/picking/pick-stop.ts';
import { putBack } from '../../use-cases/picking/put-back.ts';
import { releaseLine } from '../../use-cases/picking/release-owed.ts';

const one = z.strictObject({ id: uuid() });
const side = z.number().int().min(1).max(9_999).nullable();
const units = z.number().int().min(1).max(100_000_000);

export const adminPickingRouter = router({
  /** Orders that wait to be picked in a warehouse, and how many wait in each. */
  queue: staffProcedure('order.pick')
    .input(z.strictObject({ warehouseId: uuid().optional() }))
    .query(async ({ ctx, input }) => {
      const [warehouses, waiting] = await Promise.all([
        stockStore.warehouses(ctx.deps.db),
        pickingQueueStore.waiting(ctx.deps.db),
      ]);
      const ordersOf = (id: string) => waiting.find(({ warehouseId }) => warehouseId === id)?.orders ?? 0;
      const busiest = warehouses.toSorted((a, b) => ordersOf(b.id) - ordersOf(a.id))[0]?.id;
      const warehouseId = input.warehouseId ?? busiest;
      const { rows, total } = warehouseId
        ? await pickingQueueStore.orders(ctx.deps.db, warehouseId)
        : { rows: [], total: 0 };
      const places = warehouses.map(({ id, name }) => ({ id, name, orders: ordersOf(id) }));
      return { warehouseId: warehouseId ?? null, warehouses: places, rows, total };
    }),
  make: staffProcedure('order.pick')
    .input(
      z.strictObject({
        warehouseId: uuid(),
        orderIds: z.array(uuid()).min(1).max(200),
        by: z.enum(waveGroupings),
        maxOrders: z.number().int().min(1).max(50),
        maxLines: z.number().int().min(1).max(500),
      }),
    )
    .mutation(async ({ ctx, input: { warehouseId, orderIds, ...rules } }) =>
      orThrow(
        await makeWaves(
          ctx.deps,
          staffActor(ctx.staff, ctx.requestId),
          { staff: ctx.staff, requestId: ctx.requestId },
          { scope: staffOrders(ctx.staff, ctx.scope), warehouseId, orderIds, rules },
        ),
      ),
    ),
  setUrgent: staffProcedure('order.pick')
    .input(z.strictObject({ orderId: uuid(), urgent: z.boolean() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await setUrgent(
          ctx.deps,
          { staff: ctx.staff, requestId: ctx.requestId },
          { scope: staffOrders(ctx.staff, ctx.scope), ...input },
        ),
      ),
    ),
  /** What orders are owed: the warehouse serves it, who sells may give it up. */
  owed: staffProcedure('order.read').query(({ ctx }) => {
    const scope = staffOrders(ctx.staff, ctx.scope);
    return owedStore.all(ctx.deps.db, scope.kind === 'sales' ? scope.staffId : undefined);
  }),
  /** What lies in boxes of orders that do not get it. */
  putBacks: staffProcedure('order.pick').query(({ ctx }) => putBackStore.open(ctx.deps.db)),
  putBack: staffProcedure('order.pick')
    .input(one)
    .mutation(async ({ ctx, input }) =>
      orThrow(await putBack(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input.id)),
    ),
  release: staffProcedure('order.pick')
    .input(z.strictObject({ lineId: uuid() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await releaseLine(ctx.deps, staffActor(ctx.staff, ctx.requestId), input.lineId)),
    ),
  lists: staffProcedure('order.pick')
    .input(page.extend({ state: z.enum(['open', 'done', 'cancelled']).optional() }))
    .query(({ ctx, input: { state, ...at } }) => pickListStore.page(ctx.deps.db, state, at)),
  list: staffProcedure('order.pick')
    .input(one)
    .query(async ({ ctx, input }) => orThrow(await viewList(ctx.deps, input.id))),
  cancel: staffProcedure('order.pick')
    .input(one)
    .mutation(async ({ ctx, input }) =>
      orThrow(await cancelList(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input.id)),
    ),
  pick: staffProcedure('order.pick')
    .input(
      z.strictObject({
        stopId: uuid(),
        units,
        lots: z
          .array(z.strictObject({ lotId: uuid(), quantity: units }))
          .min(1)
          .max(50)
          .optional(),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await pickStop(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          scope: staffOrders(ctx.staff, ctx.scope),
          ...input,
        }),
      ),
    ),
  /** What lies in an order's boxes and may not be sent any more, with what to take instead. */
  ended: staffProcedure('order.read')
    .input(z.strictObject({ orderId: uuid() }))
    .query(async ({ ctx, input }) =>
      orThrow(await viewEnded(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.orderId)),
    ),
  clearEnded: staffProcedure('order.ship')
    .input(
      z.strictObject({
        orderId: uuid(),
        expectedVersion: version,
        parts: z
          .array(
            z.strictObject({
              reservationId: uuid(),
              lotId: uuid(),
              take: z.array(z.strictObject({ lotId: uuid(), quantity: units })).max(50),
              owe: z.number().int().min(0).max(100_000_000),
            }),
          )
          .min(1)
          .max(200),
        rest: z.enum(shortRests),
        comment: text(200, 1),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await clearEnded(
          ctx.deps,
          staffActor(ctx.staff, ctx.requestId),
          { staff: ctx.staff, requestId: ctx.requestId },
          { scope: staffOrders(ctx.staff, ctx.scope), ...input },
        ),
      ),
    ),
  pack: staffProcedure('order.ship')
    .input(
      z.strictObject({
        orderId: uuid(),
        expectedVersion: version,
        warehouseId: uuid(),
        parcels: z
          .array(
            z.strictObject({
              carrier: text(60, 1),
              trackingNumber: text(60, 1).nullable(),
              weightG: z.number().int().min(1).max(9_999_999).nullable(),
              lengthMm: side,
              widthMm: side,
              heightMm: side,
              lines: z
                .array(z.strictObject({ lineId: uuid(), quantity: units }))
                .min(1)
                .max(2_000),
            }),
          )
          .min(1)
          .max(50),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await shipParcels(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          scope: staffOrders(ctx.staff, ctx.scope),
          ...input,
        }),
      ),
    ),
  miss: staffProcedure('order.pick')
    .input(
      z.strictObject({
        stopId: uuid(),
        units,
        reason: z.enum(shortReasons),
        rest: z.enum(shortRests),
        comment: text(200, 1),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await missStop(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          scope: staffOrders(ctx.staff, ctx.scope),
          ...input,
        }),
      ),
    ),
});
