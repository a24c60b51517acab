import type { Instant } from '@tradeline/domain/kernel';
import type { NoticeKind, NoticePeople, NoticePerson } from '@tradeline/domain/notices';
import { and, count, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import {
  buyers,
  companies,
  notifications,
  orderEvents,
  orderMessages,
  orders,
  outbox,
  staff,
} from '../schema/index.ts';
import { recordsOf } from './insert-many.ts';

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
/** A notice of an event (`cause`) to one person. */
export type NewNotice = Pick<NoticeRow, 'kind' | 'orderId' | 'payload' | 'at'> & {
  person: NoticePerson;
  cause: string;
};
/** Where a page of notices ends. */
export type NoticeCursor = { at: Instant; id: string };

const mine = (person: NoticePerson) =>
  and(eq(notifications.personType, person.type), eq(notifications.personId, person.id));

export const noticeStore = {
  /** Staff in one of these roles, active ones only. */
  staffIn: async (tx: Tx, roles: readonly string[]): Promise<NoticePerson[]> =>
    (
      await tx
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.active, true), inArray(staff.role, [...roles])))
        .orderBy(staff.id)
    ).map(({ id }) => ({ type: 'staff', id })),

  /** The people around orders who can be told of them: active ones only. `reviewerRoles` are those that review orders. */
  subjects: async (
    tx: Tx,
    orderIds: readonly string[],
    reviewerRoles: readonly string[],
  ): Promise<ReadonlyMap<string, NoticeSubject>> => {
    const found = await tx
      .select({
        id: orders.id,
        number: orders.number,
        companyName: companies.name,
        buyerId: buyers.id,
        repId: staff.id,
      })
      .from(orders)
      .innerJoin(companies, eq(companies.id, orders.companyId))
      .leftJoin(buyers, and(eq(buyers.id, orders.buyerId), eq(buyers.active, true)))
      .leftJoin(staff, and(eq(staff.id, companies.salesRepId), eq(staff.active, true)))
      .where(inArray(orders.id, [...orderIds]));
    const reviewers = await noticeStore.staffIn(tx, reviewerRoles);
    return new Map(
      found.map(({ id, number, companyName, buyerId, repId }) => [
        id,
        {
          number,
          companyName,
          people: {
            ...(buyerId ? { orderer: { type: 'buyer', id: buyerId } } : {}),
            ...(repId ? { salesRep: { type: 'staff', id: repId } } : {}),
            reviewers,
          },
        },
      ]),
    );
  },

  /** Who took the steps of orders that events speak of, by event; nobody where the product did. */
  actorsOfSteps: async (tx: Tx, eventIds: readonly string[]): Promise<ReadonlyMap<string, NoticeActor>> => {
    const rows = await tx
      .select({ of: outbox.id, type: orderEvents.actorType, id: orderEvents.actorId, name: orderEvents.actorName })
      .from(outbox)
      .innerJoin(
        orderEvents,
        and(
          sql`${orderEvents.orderId} = ${outbox.aggregateId}::uuid`,
          eq(orderEvents.version, outbox.aggregateVersion),
        ),
      )
      .where(and(inArray(outbox.id, [...eventIds]), eq(outbox.aggregateType, 'order')));
    return actorsBy(rows);
  },

  actorsOfMessages: async (tx: Tx, messageIds: readonly string[]): Promise<ReadonlyMap<string, NoticeActor>> => {
    const rows = await tx
      .select({
        of: orderMessages.id,
        type: orderMessages.authorType,
        id: orderMessages.authorId,
        name: orderMessages.authorName,
      })
      .from(orderMessages)
      .where(inArray(orderMessages.id, [...messageIds]));
    return actorsBy(rows);
  },

  /** Tells people of events, each once however often an event is delivered. Answers with what was not known yet. */
  add: async (tx: Tx, told: readonly NewNotice[]): Promise<NewNotice[]> => {
    if (told.length === 0) return [];
    const { columns, json } = recordsOf(
      notifications,
      told.map(({ person, kind, orderId, cause, at, payload }) => ({
        id: newId(),
        personType: person.type,
        personId: person.id,
        kind,
        subjectType: 'order',
        subjectId: orderId,
        payload,
        cause,
        at,
      })),
    );
    const added = await tx.execute<{ person_id: string; cause: string }>(sql`
      insert into ${notifications} (${columns}) select ${columns} from jsonb_populate_recordset(null::${notifications}, ${json}::jsonb)
      on conflict do nothing returning person_id, cause`);
    const news = new Set(added.map(({ person_id, cause }) => `${person_id} ${cause}`));
    return told.filter(({ person, cause }) => news.has(`${person.id} ${cause}`));
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

const actorsBy = (
  rows: readonly { of: string; type: string; id: string | null; name: string }[],
): ReadonlyMap<string, NoticeActor> =>
  new Map(
    rows.flatMap(({ of, type, id, name }) =>
      id && (type === 'buyer' || type === 'staff') ? [[of, { type, id, name }]] : [],
    ),
  );
