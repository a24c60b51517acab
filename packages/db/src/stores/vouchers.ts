import type { Minor } from '@tradeline/domain/money';
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { companies, orderAttachments, orders, transferVouchers, uploads } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

export type VoucherState = 'submitted' | 'accepted' | 'rejected';
export type VoucherRow = typeof transferVouchers.$inferSelect;

const columns = {
  id: transferVouchers.id,
  orderId: transferVouchers.orderId,
  orderNumber: orders.number,
  companyId: transferVouchers.companyId,
  companyName: companies.name,
  /** Where its file hangs on the order: by this it is fetched. */
  fileId: orderAttachments.id,
  fileName: uploads.name,
  mime: uploads.mime,
  amount: transferVouchers.amount,
  reference: transferVouchers.reference,
  state: transferVouchers.state,
  reason: transferVouchers.reason,
  createdAt: transferVouchers.createdAt,
  decidedAt: transferVouchers.decidedAt,
  decidedBy: transferVouchers.decidedBy,
  due: sql<Minor>`(${orders.totalAmount} - ${orders.grantedAmount} - ${orders.paidAmount} + ${orders.refundedAmount})::float8`,
  payUntil: orders.payUntil,
  approval: orders.approval,
  currency: orders.currency,
};

/** 转账凭证: what customers send to show that they paid by bank. */
export const voucherStore = {
  ofOrder: (tx: Tx, orderId: string) =>
    tx
      .select(columns)
      .from(transferVouchers)
      .innerJoin(orders, eq(orders.id, transferVouchers.orderId))
      .innerJoin(companies, eq(companies.id, transferVouchers.companyId))
      .innerJoin(uploads, eq(uploads.id, transferVouchers.uploadId))
      .innerJoin(orderAttachments, eq(orderAttachments.uploadId, uploads.id))
      .where(eq(transferVouchers.orderId, orderId))
      .orderBy(asc(transferVouchers.createdAt)),

  /** Those that wait, the oldest first; those that were decided, the latest first. */
  queue: (tx: Tx, scope: OrderScope, waiting: boolean, limit = 200) =>
    tx
      .select(columns)
      .from(transferVouchers)
      .innerJoin(orders, eq(orders.id, transferVouchers.orderId))
      .innerJoin(companies, eq(companies.id, transferVouchers.companyId))
      .innerJoin(uploads, eq(uploads.id, transferVouchers.uploadId))
      .innerJoin(orderAttachments, eq(orderAttachments.uploadId, uploads.id))
      .where(
        and(
          visibleOrders(scope),
          waiting ? eq(transferVouchers.state, 'submitted') : sql`${transferVouchers.state} <> 'submitted'`,
        ),
      )
      .orderBy(waiting ? asc(transferVouchers.createdAt) : desc(transferVouchers.decidedAt))
      .limit(limit),

  waiting: async (tx: Tx, scope: OrderScope): Promise<number> =>
    (
      await tx
        .select({ n: count() })
        .from(transferVouchers)
        .innerJoin(orders, eq(orders.id, transferVouchers.orderId))
        .where(and(visibleOrders(scope), eq(transferVouchers.state, 'submitted')))
    )[0]?.n ?? 0,

  /** What vouchers of an order that wait say was paid. */
  waitingAmount: async (tx: Tx, orderId: string): Promise<Minor> =>
    (
      await tx
        .select({ amount: sql<Minor>`coalesce(sum(${transferVouchers.amount}), 0)::float8` })
        .from(transferVouchers)
        .where(and(eq(transferVouchers.orderId, orderId), eq(transferVouchers.state, 'submitted')))
    )[0]?.amount ?? (0 as Minor),

  add: async (
    tx: Tx,
    voucher: { orderId: string; companyId: string; uploadId: string; amount: Minor; reference: string | null },
  ): Promise<string> => {
    const id = newId();
    await tx.insert(transferVouchers).values({ id, ...voucher });
    return id;
  },

  find: async (tx: Tx, id: string): Promise<VoucherRow | undefined> =>
    (await tx.select().from(transferVouchers).where(eq(transferVouchers.id, id)))[0],

  /** Decides a waiting voucher; false when somebody has decided it before. */
  decide: async (
    tx: Tx,
    id: string,
    decision: { state: 'accepted' | 'rejected'; reason: string | null; by: string },
  ): Promise<boolean> => {
    const decided = await tx
      .update(transferVouchers)
      .set({ state: decision.state, reason: decision.reason, decidedAt: sql`now()`, decidedBy: decision.by })
      .where(and(eq(transferVouchers.id, id), eq(transferVouchers.state, 'submitted')))
      .returning({ id: transferVouchers.id });
    return decided.length === 1;
  },
};
