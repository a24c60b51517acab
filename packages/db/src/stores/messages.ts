import type { Instant } from '@tradeline/domain/kernel';
import { and, count, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orderAttachments, orderMessages, orders, uploads } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

export type MessageRow = typeof orderMessages.$inferSelect;
/** The side of the table somebody sits on; the wholesaler's own word is heard by the customer, and the other way round. */
export type MessageSide = 'buyer' | 'staff';
export type OrderFile = {
  id: string;
  messageId: string | null;
  name: string;
  mime: string;
  bytes: number;
  byType: string;
  byName: string;
  at: Instant;
  /** Where the bytes lie; never told to a browser. */
  file: string;
};

/** Said by the other side and not seen by mine. */
const unseen = (side: MessageSide): SQL | undefined =>
  and(isNull(orderMessages.readAt), eq(orderMessages.internal, false), ne(orderMessages.authorType, side));

const fileColumns = {
  id: orderAttachments.id,
  messageId: orderAttachments.messageId,
  name: uploads.name,
  mime: uploads.mime,
  bytes: uploads.bytes,
  byType: orderAttachments.byType,
  byName: orderAttachments.byName,
  at: orderAttachments.at,
  file: uploads.file,
};

/** A customer is told neither an internal note nor what hangs on it; what hangs on no message is the order's own. */
const heardBy = (side: MessageSide): SQL | undefined =>
  side === 'staff' ? undefined : sql`${orderMessages.internal} is not true`;

export const messageStore = {
  add: async (tx: Tx, row: Omit<typeof orderMessages.$inferInsert, 'at' | 'readAt'>): Promise<void> => {
    await tx.insert(orderMessages).values(row);
  },

  /** What was said about an order, oldest first. The order itself is checked by whoever asks. */
  ofOrder: (tx: Tx, orderId: string, side: MessageSide): Promise<MessageRow[]> =>
    tx
      .select()
      .from(orderMessages)
      .where(and(eq(orderMessages.orderId, orderId), heardBy(side)))
      .orderBy(orderMessages.at, orderMessages.id),

  /** Files of an order and of its messages. */
  files: async (tx: Tx, orderId: string, side: MessageSide): Promise<OrderFile[]> =>
    tx
      .select(fileColumns)
      .from(orderAttachments)
      .innerJoin(uploads, eq(uploads.id, orderAttachments.uploadId))
      .leftJoin(orderMessages, eq(orderMessages.id, orderAttachments.messageId))
      .where(and(eq(orderAttachments.orderId, orderId), heardBy(side)))
      .orderBy(orderAttachments.at, orderAttachments.id),

  /** My side has seen what the other said; tells how many messages that were. */
  markRead: async (tx: Tx, orderId: string, side: MessageSide, now: Instant): Promise<number> => {
    const seen = await tx
      .update(orderMessages)
      .set({ readAt: now })
      .where(and(eq(orderMessages.orderId, orderId), unseen(side)))
      .returning({ id: orderMessages.id });
    return seen.length;
  },

  /** Orders in reach on which the other side waits to be read, with how many messages. */
  unread: (tx: Tx, scope: OrderScope, side: MessageSide, limit: number) =>
    tx
      .select({ orderId: orderMessages.orderId, number: orders.number, count: count() })
      .from(orderMessages)
      .innerJoin(orders, eq(orders.id, orderMessages.orderId))
      .where(and(visibleOrders(scope), unseen(side)))
      .groupBy(orderMessages.orderId, orders.number)
      .limit(limit),
};
