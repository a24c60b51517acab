import type { Minor } from '@tradeline/domain/money';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { balanceAccounts, balanceEntries, orders } from '../schema/index.ts';

export type BalanceKind = 'top-up' | 'use' | 'return' | 'adjust' | 'pay-out';
export type BalanceMove = {
  companyId: string;
  kind: BalanceKind;
  /** > 0 comes in, < 0 goes out. */
  amount: Minor;
  cause: { type: string; id: string };
  actor: string;
  orderId?: string | undefined;
  note?: string | undefined;
};

export const balanceStore = {
  of: async (tx: Tx, companyId: string): Promise<Minor> =>
    (
      await tx
        .select({ balance: balanceAccounts.balance })
        .from(balanceAccounts)
        .where(eq(balanceAccounts.companyId, companyId))
    )[0]?.balance ?? (0 as Minor),

  /** Moves a balance and writes its ledger; false when it would go below zero. */
  move: async (tx: Tx, move: BalanceMove): Promise<boolean> => {
    const { companyId, kind, amount, cause, actor, orderId, note } = move;
    if (amount > 0) await tx.insert(balanceAccounts).values({ companyId }).onConflictDoNothing();
    const moved = await tx
      .update(balanceAccounts)
      .set({ balance: sql`${balanceAccounts.balance} + ${amount}` })
      .where(and(eq(balanceAccounts.companyId, companyId), sql`${balanceAccounts.balance} + ${amount} >= 0`))
      .returning({ id: balanceAccounts.companyId });
    if (moved.length !== 1) return false;
    await tx.insert(balanceEntries).values({
      companyId,
      kind,
      amount,
      causeType: cause.type,
      causeId: cause.id,
      actor,
      orderId: orderId ?? null,
      note: note ?? null,
    });
    return true;
  },

  /** The ledger, the latest first. */
  entries: (tx: Tx, companyId: string, limit = 200) =>
    tx
      .select({
        seq: balanceEntries.seq,
        kind: balanceEntries.kind,
        amount: balanceEntries.amount,
        note: balanceEntries.note,
        actor: balanceEntries.actor,
        at: balanceEntries.at,
        orderId: balanceEntries.orderId,
        orderNumber: orders.number,
      })
      .from(balanceEntries)
      .leftJoin(orders, eq(orders.id, balanceEntries.orderId))
      .where(eq(balanceEntries.companyId, companyId))
      .orderBy(desc(balanceEntries.seq))
      .limit(limit),
};
