import type { ReviewFacts, ReviewStep } from '@tradeline/domain/order';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orderEvents, orderReviews } from '../schema/index.ts';

export type ReviewRow = typeof orderReviews.$inferSelect;

const latest = (orderId: string) =>
  sql`${orderReviews.round} = (select max(r.round) from ${orderReviews} r where r.order_id = ${orderId})`;

export const orderReviewStore = {
  /** The reviews of the order's last round, in their order. */
  ofOrder: async (tx: Tx, orderId: string): Promise<ReviewRow[]> =>
    tx
      .select()
      .from(orderReviews)
      .where(and(eq(orderReviews.orderId, orderId), latest(orderId)))
      .orderBy(asc(orderReviews.position)),

  /** Who of the staff placed or changed the order: they review none of it. */
  authors: async (tx: Tx, orderId: string): Promise<string[]> => {
    const rows = await tx
      .selectDistinct({ id: orderEvents.actorId })
      .from(orderEvents)
      .where(
        and(
          eq(orderEvents.orderId, orderId),
          eq(orderEvents.actorType, 'staff'),
          inArray(orderEvents.action, ['submit', 'edit']),
        ),
      );
    return rows.flatMap(({ id }) => id ?? []);
  },

  /** Begins a round with its reviews open. */
  begin: async (tx: Tx, orderId: string, round: number, reviews: readonly ReviewFacts[]): Promise<void> => {
    if (reviews.length === 0) return;
    await tx.insert(orderReviews).values(
      reviews.map(({ step, roles, distinct }, position) => ({
        orderId,
        round,
        step,
        position,
        roles: [...roles],
        ownPerson: distinct,
      })),
    );
  },

  /** Whether the review was open until now and is passed. */
  pass: async (tx: Tx, orderId: string, step: ReviewStep, by: { id: string; name: string }): Promise<boolean> => {
    const rows = await tx
      .update(orderReviews)
      .set({ passedBy: by.id, passedByName: by.name, passedAt: sql`now()` })
      .where(
        and(
          eq(orderReviews.orderId, orderId),
          eq(orderReviews.step, step),
          isNull(orderReviews.passedBy),
          latest(orderId),
        ),
      )
      .returning({ step: orderReviews.step });
    return rows.length === 1;
  },

  /** Takes away what is open of an order that goes back to its beginning. */
  drop: async (tx: Tx, orderId: string): Promise<void> => {
    await tx.delete(orderReviews).where(and(eq(orderReviews.orderId, orderId), isNull(orderReviews.passedBy)));
  },
};
