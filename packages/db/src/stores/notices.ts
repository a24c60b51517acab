import type { Instant } from '@tradeline/domain/kernel';
import type { NoticeKind, NoticePeople, NoticePerson } from '@tradeline/domain/notices';
import { and, count, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { buyers, companies, notifications, orderEvents, orderMessages, orders, staff } from '../schema/index.ts';

export type NoticeSubject = { number: string; companyName: string; people: NoticePeople };
export type NoticeActor = NoticePerson & { name: string };
export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  orderId: string;
  payload: { number: string; companyName: string; by: string };
  at: Instant;
  readAt: Instant | null;
};
/** Where a page of notices ends. */
export type NoticeCursor = { at: Instant; id: string };

const mine = (person: NoticePerson) =>
  and(eq(notifications.personType, person.type), eq(notifications.personId, person.id));

export const noticeStore = {
  /** The people around an order who can be told of it: active ones only. `reviewerRoles` are those that review orders. */
  subject: async (tx: Tx, orderId: string, reviewerRoles: readonly string[]): Promise<NoticeSubject | undefined> => {
    const [order] = await tx
      .select({ number: orders.number, companyName: companies.name, buyerId: buyers.id, repId: staff.id })
      .from(orders)
      .innerJoin(companies, eq(companies.id, orders.companyId))
      .leftJoin(buyers, and(eq(buyers.id, orders.buyerId), eq(buyers.active, true)))
      .leftJoin(staff, and(eq(staff.id, companies.salesRepId), eq(staff.active, true)))
      .where(eq(orders.id, orderId));
    if (!order) return undefined;
    const reviewers = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.active, true), inArray(staff.role, [...reviewerRoles])))
      .orderBy(staff.id);
    return {
      number: order.number,
      companyName: order.companyName,
      people: {
        ...(order.buyerId ? { orderer: { type: 'buyer', id: order.buyerId } } : {}),
        ...(order.repId ? { salesRep: { type: 'staff', id: order.repId } } : {}),
        reviewers: reviewers.map(({ id }) => ({ type: 'staff', id })),
      },
    };
  },

  /** Who took a step of an order; nobody when the product did. */
  actorOfStep: async (tx: Tx, orderId: string, version: number): Promise<NoticeActor | undefined> => {
    const [row] = await tx
      .select({ type: orderEvents.actorType, id: orderEvents.actorId, name: orderEvents.actorName })
      .from(orderEvents)
      .where(and(eq(orderEvents.orderId, orderId), eq(orderEvents.version, version)));
    return asActor(row);
  },

  actorOfMessage: async (tx: Tx, messageId: string): Promise<NoticeActor | undefined> => {
    const [row] = await tx
      .select({ type: orderMessages.authorType, id: orderMessages.authorId, name: orderMessages.authorName })
      .from(orderMessages)
      .where(eq(orderMessages.id, messageId));
    return asActor(row);
  },

  /** Tells people of an event, each once however often the event is delivered. Answers with those who did not know yet. */
  add: async (
    tx: Tx,
    told: readonly NoticePerson[],
    notice: { kind: NoticeKind; orderId: string; cause: string; at: Instant; payload: NoticeRow['payload'] },
  ): Promise<NoticePerson[]> => {
    if (told.length === 0) return [];
    const { kind, orderId, cause, at, payload } = notice;
    const added = await tx
      .insert(notifications)
      .values(
        told.map(({ type, id }) => ({
          id: newId(),
          personType: type,
          personId: id,
          kind,
          subjectType: 'order',
          subjectId: orderId,
          payload,
          cause,
          at,
        })),
      )
      .onConflictDoNothing()
      .returning({ type: notifications.personType, id: notifications.personId });
    return added.map(({ type, id }) => ({ type: type as NoticePerson['type'], id }));
  },

  /** A page of what a person was told, the newest first. */
  page: async (tx: Tx, person: NoticePerson, before: NoticeCursor | undefined, size: number): Promise<NoticeRow[]> => {
    const rows = await tx
      .select()
      .from(notifications)
      .where(
        and(
          mine(person),
          before &&
            or(lt(notifications.at, before.at), and(eq(notifications.at, before.at), lt(notifications.id, before.id))),
        ),
      )
      .orderBy(desc(notifications.at), desc(notifications.id))
      .limit(size);
    return rows.map(({ id, kind, subjectId, payload, at, readAt }) => ({
      id,
      kind: kind as NoticeKind,
      orderId: subjectId,
      payload: payload as NoticeRow['payload'],
      at,
      readAt,
    }));
  },

  unread: async (tx: Tx, person: NoticePerson): Promise<number> => {
    const [row] = await tx
      .select({ n: count() })
      .from(notifications)
      .where(and(mine(person), isNull(notifications.readAt)));
    return row?.n ?? 0;
  },

  /** Read: some of a person's notices, or all that there are; another person's stay as they are. */
  markRead: async (tx: Tx, person: NoticePerson, ids: readonly string[] | undefined): Promise<number> => {
    const read = await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(and(mine(person), isNull(notifications.readAt), ids && inArray(notifications.id, [...ids])))
      .returning({ id: notifications.id });
    return read.length;
  },
};

const asActor = (row: { type: string; id: string | null; name: string } | undefined): NoticeActor | undefined =>
  row?.id && (row.type === 'buyer' || row.type === 'staff')
    ? { type: row.type, id: row.id, name: row.name }
    : undefined;
