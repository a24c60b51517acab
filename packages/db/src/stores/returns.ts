import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { ReturnReason, ReturnState, ReturnWish } from '@tradeline/domain/order';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { returnLines, returnPictures, returns } from '../schema/index.ts';
import type { ReturnSettlement } from '../schema/returns.ts';
import { insertMany } from './insert-many.ts';

export type { ReturnSettlement } from '../schema/returns.ts';

export type ReturnLineRow = {
  orderLineId: string;
  quantity: number;
  received: number | null;
  good: number | null;
  damaged: number | null;
  note: string | null;
};
export type ReturnRow = {
  id: string;
  number: string;
  state: ReturnState;
  wish: ReturnWish;
  reason: ReturnReason;
  comment: string | null;
  answer: string | null;
  warehouseId: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  granted: Minor;
  payout: ReturnSettlement | null;
  creditNote: string | null;
  replacementId: string | null;
  requestedAt: Instant;
  settledAt: Instant | null;
  lines: ReturnLineRow[];
};
/** What a step of a return may write beside its state. */
export type ReturnChange = Partial<
  Pick<
    ReturnRow,
    'answer' | 'warehouseId' | 'carrier' | 'trackingNumber' | 'granted' | 'payout' | 'creditNote' | 'replacementId'
  >
>;
export type KeptReturnPicture = { uploadId: string; stem: string; widths: number[] };
type NewReturn = Pick<typeof returns.$inferInsert, 'id' | 'orderId' | 'companyId' | 'comment' | 'requestedBy'> & {
  wish: ReturnWish;
  reason: ReturnReason;
};

const settled: readonly ReturnState[] = ['refunded', 'replaced', 'rejected', 'cancelled'];

const numbered = async (tx: Tx, prefix: string, sequence: string): Promise<string> => {
  const [row] = await tx.execute<{ n: string }>(sql`select nextval(${sequence}::regclass) as n`);
  return `${prefix}${row!.n}`;
};

export const returnStore = {
  nextCreditNote: async (tx: Tx): Promise<string> => numbered(tx, 'CN', 'credit_note_numbers'),

  /** The returns of an order, the oldest first; what they hold, line by line. */
  ofOrder: async (tx: Tx, orderId: string): Promise<ReturnRow[]> => {
    const rows = await tx.select().from(returns).where(eq(returns.orderId, orderId)).orderBy(returns.id);
    if (rows.length === 0) return [];
    const contents = await tx
      .select()
      .from(returnLines)
      .where(
        inArray(
          returnLines.returnId,
          rows.map(({ id }) => id),
        ),
      )
      .orderBy(returnLines.orderLineId);
    return rows.map(({ orderId: _, companyId: __, requestedBy: ___, ...row }) => ({
      ...row,
      state: row.state as ReturnState,
      wish: row.wish as ReturnWish,
      reason: row.reason as ReturnReason,
      lines: contents.filter(({ returnId }) => returnId === row.id).map(({ returnId: _, ...line }) => line),
    }));
  },

  add: async (tx: Tx, request: NewReturn, lines: { orderLineId: string; quantity: number }[]): Promise<string> => {
    const number = await numbered(tx, 'RT', 'return_numbers');
    await tx.insert(returns).values({ ...request, number });
    await insertMany(
      tx,
      returnLines,
      lines.map((line) => ({ returnId: request.id, ...line })),
    );
    return number;
  },

  /** An upload shows in one return: sent with another one too, it stays where it was. */
  addPictures: async (tx: Tx, returnId: string, kept: KeptReturnPicture[]): Promise<void> => {
    if (kept.length > 0)
      await tx
        .insert(returnPictures)
        .values(kept.map((one, position) => ({ returnId, position, ...one })))
        .onConflictDoNothing();
  },

  pictures: async (tx: Tx, returnId: string): Promise<{ stem: string; widths: number[] }[]> =>
    tx
      .select({ stem: returnPictures.stem, widths: returnPictures.widths })
      .from(returnPictures)
      .where(eq(returnPictures.returnId, returnId))
      .orderBy(asc(returnPictures.position)),

  /** Moves a return from where it was read to stand; false when somebody acted first. */
  move: async (tx: Tx, id: string, from: ReturnState, to: ReturnState, change: ReturnChange): Promise<boolean> => {
    const moved = await tx
      .update(returns)
      .set({ ...change, state: to, ...(settled.includes(to) ? { settledAt: sql`now()` } : {}) })
      .where(and(eq(returns.id, id), eq(returns.state, from)))
      .returning({ id: returns.id });
    return moved.length === 1;
  },

  setUnits: async (
    tx: Tx,
    returnId: string,
    orderLineId: string,
    units: Pick<ReturnLineRow, 'received' | 'good' | 'damaged'>,
  ): Promise<void> => {
    await tx
      .update(returnLines)
      .set(units)
      .where(and(eq(returnLines.returnId, returnId), eq(returnLines.orderLineId, orderLineId)));
  },

  setNotes: async (
    tx: Tx,
    returnId: string,
    notes: readonly { orderLineId: string; note: string }[],
  ): Promise<void> => {
    for (const { orderLineId, note } of notes)
      await tx
        .update(returnLines)
        .set({ note })
        .where(and(eq(returnLines.returnId, returnId), eq(returnLines.orderLineId, orderLineId)));
  },
};
