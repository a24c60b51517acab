import type { Minor } from '@tradeline/domain/money';
import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { paymentAttempts, refundAttempts } from '../schema/index.ts';

export type PaymentAttemptRow = typeof paymentAttempts.$inferSelect;
export type RefundAttemptRow = typeof refundAttempts.$inferSelect;

/** An attempt nobody has had the last word on: it may still bring money, or is to be closed at the gateway. */
const unsettled = and(isNull(paymentAttempts.settledAt), ne(paymentAttempts.state, 'captured'));

/** Asked every minute while it is fresh, then less and less often for a week. */
const due = (askedAt: SQL, createdAt: SQL): SQL => sql`(${askedAt} is null or ${askedAt} < now() - case
  when ${createdAt} > now() - interval '1 hour' then interval '55 seconds'
  when ${createdAt} > now() - interval '1 day' then interval '10 minutes'
  else interval '2 hours' end)`;

export const gatewayStore = {
  attempts: (tx: Tx, orderId: string): Promise<PaymentAttemptRow[]> =>
    tx
      .select()
      .from(paymentAttempts)
      .where(eq(paymentAttempts.orderId, orderId))
      .orderBy(paymentAttempts.createdAt, paymentAttempts.id),

  find: async (tx: Tx, channel: string, number: string): Promise<PaymentAttemptRow | undefined> =>
    (
      await tx
        .select()
        .from(paymentAttempts)
        .where(and(eq(paymentAttempts.channel, channel), eq(paymentAttempts.number, number)))
    )[0],

  add: async (tx: Tx, attempt: typeof paymentAttempts.$inferInsert): Promise<PaymentAttemptRow> => {
    const [row] = await tx.insert(paymentAttempts).values(attempt).returning();
    return row as PaymentAttemptRow;
  },

  /** What the gateway answered to the call that began it; false when it has been decided meanwhile. */
  answered: async (
    tx: Tx,
    id: string,
    answer: { state: 'started' | 'unknown' | 'failed'; invitation?: unknown; error: string | null },
  ): Promise<boolean> => {
    const changed = await tx
      .update(paymentAttempts)
      .set({ ...answer, ...(answer.state === 'failed' ? { settledAt: sql`now()` } : {}) })
      .where(and(eq(paymentAttempts.id, id), inArray(paymentAttempts.state, ['started', 'unknown'])))
      .returning({ id: paymentAttempts.id });
    return changed.length === 1;
  },

  /** The gateway's own number of the payment; one number is money for one attempt (unique). */
  nameTransaction: async (tx: Tx, id: string, transaction: string): Promise<void> => {
    await tx.update(paymentAttempts).set({ transaction }).where(eq(paymentAttempts.id, id));
  },

  capture: async (tx: Tx, id: string): Promise<void> => {
    await tx
      .update(paymentAttempts)
      .set({ state: 'captured', settledAt: sql`now()`, error: null })
      .where(eq(paymentAttempts.id, id));
  },

  /** We no longer want this money; the gateway is told after commit, and until then may still take it. */
  callOff: async (tx: Tx, ids: readonly string[]): Promise<void> => {
    await tx
      .update(paymentAttempts)
      .set({ state: 'voided', askedAt: null })
      .where(and(inArray(paymentAttempts.id, [...ids]), inArray(paymentAttempts.state, ['started', 'unknown'])));
  },

  /** The gateway's last word: nothing was paid, and nothing can be any more. */
  end: async (tx: Tx, id: string): Promise<boolean> => {
    const ended = await tx
      .update(paymentAttempts)
      .set({ state: 'voided', settledAt: sql`now()` })
      .where(and(eq(paymentAttempts.id, id), unsettled))
      .returning({ id: paymentAttempts.id });
    return ended.length === 1;
  },

  /** Something a person must look at. */
  flag: async (tx: Tx, id: string, error: string): Promise<void> => {
    await tx
      .update(paymentAttempts)
      .set({
        error,
        state: sql`case when ${paymentAttempts.state} = 'started' then 'unknown' else ${paymentAttempts.state} end`,
      })
      .where(eq(paymentAttempts.id, id));
  },

  /** Takes attempts that are due to be asked about; each is handed to one caller for a minute. */
  takeUnsettled: async (tx: Tx, limit: number): Promise<PaymentAttemptRow[]> => {
    const chosen = sql`select ${paymentAttempts.id} from ${paymentAttempts} where ${unsettled}
      and (${paymentAttempts.createdAt} < now() - interval '15 seconds' or ${paymentAttempts.state} = 'voided')
      and ${due(sql`${paymentAttempts.askedAt}`, sql`${paymentAttempts.createdAt}`)}
      order by ${paymentAttempts.askedAt} nulls first limit ${limit} for update skip locked`;
    return tx
      .update(paymentAttempts)
      .set({ askedAt: sql`now()` })
      .where(sql`${paymentAttempts.id} in (${chosen})`)
      .returning();
  },

  /** The same for one order's screens, at most once in two seconds. */
  takeOpenOf: (tx: Tx, orderId: string): Promise<PaymentAttemptRow[]> =>
    tx
      .update(paymentAttempts)
      .set({ askedAt: sql`now()` })
      .where(
        and(
          eq(paymentAttempts.orderId, orderId),
          unsettled,
          or(isNull(paymentAttempts.askedAt), sql`${paymentAttempts.askedAt} < now() - interval '2 seconds'`),
        ),
      )
      .returning(),

  /** The attempt behind a receipt of an order, when it came through a gateway. */
  capturedBy: async (tx: Tx, orderId: string, number: string | null): Promise<PaymentAttemptRow | undefined> => {
    if (number === null) return undefined;
    const [row] = await tx
      .select()
      .from(paymentAttempts)
      .where(
        and(
          eq(paymentAttempts.orderId, orderId),
          eq(paymentAttempts.number, number),
          eq(paymentAttempts.state, 'captured'),
        ),
      );
    return row;
  },

  /** Asks for money back; carried out after commit. One cause asks once. */
  addRefund: async (
    tx: Tx,
    refund: { attempt: PaymentAttemptRow; orderId: string; amount: Minor; cause: string },
  ): Promise<void> => {
    const id = newId();
    await tx.insert(refundAttempts).values({
      id,
      attemptId: refund.attempt.id,
      orderId: refund.orderId,
      number: `RF${id.replaceAll('-', '')}`,
      amount: refund.amount,
      causeType: 'order-step',
      causeId: refund.cause,
    });
  },

  refunds: (tx: Tx, orderId: string): Promise<RefundAttemptRow[]> =>
    tx
      .select()
      .from(refundAttempts)
      .where(eq(refundAttempts.orderId, orderId))
      .orderBy(desc(refundAttempts.createdAt), desc(refundAttempts.id)),

  /**
   * Takes refunds that are to be sent or asked about. Each is `unknown` from this commit on, before the gateway hears of
   * it: whoever dies now leaves a question behind, never money that may have gone twice.
   */
  takeRefunds: async (
    tx: Tx,
    limit: number,
  ): Promise<{ refund: RefundAttemptRow; attempt: PaymentAttemptRow; orderNumber: string }[]> => {
    const chosen = sql`select ${refundAttempts.id} from ${refundAttempts}
      where ${refundAttempts.state} in ('waiting', 'unknown') and ${due(sql`${refundAttempts.askedAt}`, sql`${refundAttempts.createdAt}`)}
      order by ${refundAttempts.askedAt} nulls first limit ${limit} for update skip locked`;
    const taken = await tx
      .update(refundAttempts)
      .set({ state: 'unknown', attempts: sql`${refundAttempts.attempts} + 1`, askedAt: sql`now()` })
      .where(sql`${refundAttempts.id} in (${chosen})`)
      .returning();
    if (taken.length === 0) return [];
    const ids = taken.map(({ attemptId }) => attemptId);
    const attempts = await tx
      .select({
        attempt: paymentAttempts,
        orderNumber: sql<string>`(select number from orders where orders.id = ${paymentAttempts.orderId})`,
      })
      .from(paymentAttempts)
      .where(inArray(paymentAttempts.id, ids));
    const byId = new Map(attempts.map((row) => [row.attempt.id, row]));
    return taken.flatMap((refund) => {
      const found = byId.get(refund.attemptId);
      return found ? [{ refund, ...found }] : [];
    });
  },

  /** The gateway's last word on a refund; false when it was said before. */
  endRefund: async (
    tx: Tx,
    id: string,
    end: { state: 'succeeded' | 'failed'; transaction: string | null; error: string | null },
  ): Promise<boolean> => {
    const ended = await tx
      .update(refundAttempts)
      .set({ ...end, settledAt: sql`now()` })
      .where(and(eq(refundAttempts.id, id), inArray(refundAttempts.state, ['waiting', 'unknown'])))
      .returning({ id: refundAttempts.id });
    return ended.length === 1;
  },
  refundUnanswered: async (tx: Tx, id: string, error: string): Promise<void> => {
    await tx.update(refundAttempts).set({ error }).where(eq(refundAttempts.id, id));
  },
  /** Sends a declined one once more, under its own number. */
  retryRefund: async (tx: Tx, orderId: string, id: string): Promise<RefundAttemptRow | undefined> =>
    (
      await tx
        .update(refundAttempts)
        .set({ state: 'waiting', askedAt: null, settledAt: null })
        .where(and(eq(refundAttempts.id, id), eq(refundAttempts.orderId, orderId), eq(refundAttempts.state, 'failed')))
        .returning()
    )[0],
};
