import type { Minor } from '@tradeline/domain/money';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { promotionCounters, promotionUses } from '../schema/index.ts';

/** As counted: of everybody where the scope is `all`, else of the company it names. */
export type CounterRow = { promotionId: string; scope: string; uses: number; amount: number };
/** How often and for how much a promotion was used so far, by everyone and by one company. */
export type PromotionUsage = { uses: number; amount: number; usesByCompany: number };

/** Counters of promotions, everybody's and one company's, by promotion. */
export const usageOf = (rows: readonly CounterRow[]): Map<string, PromotionUsage> => {
  const usage = new Map<string, PromotionUsage>();
  for (const { promotionId, scope, uses, amount } of rows) {
    const sofar = usage.get(promotionId) ?? { uses: 0, amount: 0, usesByCompany: 0 };
    usage.set(promotionId, scope === 'all' ? { ...sofar, uses, amount } : { ...sofar, usesByCompany: uses });
  }
  return usage;
};

/** One order's use of a limited promotion, with the limits its counters must stay within. */
export type PromotionTake = {
  promotionId: string;
  amount: Minor;
  limit?: number | undefined;
  perCompany?: number | undefined;
  amountLimit?: number | undefined;
};

export const promotionUseStore = {
  usage: async (tx: Tx, promotionIds: string[], companyId: string): Promise<Map<string, PromotionUsage>> => {
    if (promotionIds.length === 0) return new Map();
    const rows = await tx
      .select()
      .from(promotionCounters)
      .where(
        and(inArray(promotionCounters.promotionId, promotionIds), inArray(promotionCounters.scope, ['all', companyId])),
      );
    return usageOf(rows);
  },

  /**
   * Counts an order's uses in one statement, by promotion and scope in order, so that two orders never wait for each other
   * in a circle. Answers with the first promotion whose limit another order has reached meanwhile, or nothing.
   */
  take: async (
    tx: Tx,
    takes: readonly PromotionTake[],
    order: { id: string; companyId: string },
  ): Promise<string | undefined> => {
    if (takes.length === 0) return undefined;
    const wanted = takes.flatMap(({ promotionId, amount, limit, perCompany, amountLimit }) => [
      { promotion_id: promotionId, scope: 'all', amount, most: limit ?? null, ceiling: amountLimit ?? null },
      { promotion_id: promotionId, scope: order.companyId, amount, most: perCompany ?? null, ceiling: null },
    ]);
    const full = wanted.find(({ most, ceiling, amount }) => (most ?? 1) < 1 || (ceiling ?? amount) < amount);
    if (full) return full.promotion_id;
    const counted = await tx.execute<{ promotion_id: string; scope: string }>(sql`
      with wanted as (
        select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
          as w(promotion_id uuid, scope text, amount bigint, most int, ceiling bigint))
      insert into promotion_counters as c (promotion_id, scope, uses, amount)
      select promotion_id, scope, 1, amount from wanted order by promotion_id, scope
      on conflict (promotion_id, scope) do update set uses = c.uses + 1, amount = c.amount + excluded.amount
      where exists (
        select 1 from wanted w where w.promotion_id = c.promotion_id and w.scope = c.scope
          and c.uses < coalesce(w.most, c.uses + 1) and c.amount + w.amount <= coalesce(w.ceiling, c.amount + w.amount))
      returning c.promotion_id, c.scope`);
    const done = new Set(counted.map((row) => `${row.promotion_id} ${row.scope}`));
    const refused = wanted.find((row) => !done.has(`${row.promotion_id} ${row.scope}`));
    if (refused) return refused.promotion_id;
    await tx
      .insert(promotionUses)
      .values(
        takes.map(({ promotionId, amount }) => ({
          promotionId,
          amount,
          orderId: order.id,
          companyId: order.companyId,
        })),
      )
      // An order that is changed has given its use back before it takes it anew.
      .onConflictDoUpdate({
        target: [promotionUses.promotionId, promotionUses.orderId],
        set: { state: 'held', amount: sql`excluded.amount` },
        setWhere: eq(promotionUses.state, 'released'),
      });
    return undefined;
  },

  /** Uses an order holds of limited promotions. */
  heldBy: async (tx: Tx, orderId: string): Promise<number> => {
    const [row] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(promotionUses)
      .where(and(eq(promotionUses.orderId, orderId), ne(promotionUses.state, 'released')));
    return row?.n ?? 0;
  },

  commit: async (tx: Tx, orderId: string): Promise<void> => {
    await tx
      .update(promotionUses)
      .set({ state: 'committed' })
      .where(and(eq(promotionUses.orderId, orderId), eq(promotionUses.state, 'held')));
  },

  /** Gives the uses of an order that came to nothing back to the limits. */
  release: async (tx: Tx, orderId: string): Promise<void> => {
    await tx.execute(sql`
      with given as (
        update promotion_uses set state = 'released' where order_id = ${orderId} and state <> 'released'
        returning promotion_id, company_id, amount),
      scopes as (
        select promotion_id, 'all' as scope, amount from given union all select promotion_id, company_id::text, amount from given)
      update promotion_counters c set uses = c.uses - 1, amount = c.amount - s.amount
      from scopes s where c.promotion_id = s.promotion_id and c.scope = s.scope`);
  },
};
