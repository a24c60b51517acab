import type { Instant } from '@tradeline/domain/kernel';
import type { NoticePerson, NoticeTopic, NoticeWay } from '@tradeline/domain/notices';
import { and, count, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { buyers, notificationPreferences, sendings, staff } from '../schema/index.ts';

/** How a person can be reached, and what he chose of it. */
export type Reachable = {
  person: NoticePerson;
  email: string | null;
  phone: string | null;
  locale: string;
  chosen: ReadonlyMap<NoticeTopic, readonly string[]>;
};
export const sendingStates = ['waiting', 'sent', 'failed'] as const;
export type SendingState = (typeof sendingStates)[number];
export type SendingRow = typeof sendings.$inferSelect;
export type NewSending = {
  way: NoticeWay;
  person: NoticePerson;
  recipient: string;
  template: string;
  payload: unknown;
  cause: string;
};
export type SendingCursor = { at: Instant; id: string };

/** A try that died is taken up by another after this. */
const HELD = sql`now() + interval '2 minutes'`;

const peopleOf = (side: NoticePerson['type']) => (side === 'buyer' ? buyers : staff);

export const sendingStore = {
  reachable: async (tx: Tx, people: readonly NoticePerson[]): Promise<Reachable[]> => {
    const found: Reachable[] = [];
    for (const side of ['buyer', 'staff'] as const) {
      const ids = people.filter(({ type }) => type === side).map(({ id }) => id);
      if (ids.length === 0) continue;
      const table = peopleOf(side);
      const rows = await tx
        .select({ id: table.id, email: table.email, phone: table.phone, locale: table.locale })
        .from(table)
        .where(and(inArray(table.id, ids), eq(table.active, true)));
      const chosen = await tx
        .select()
        .from(notificationPreferences)
        .where(and(eq(notificationPreferences.personType, side), inArray(notificationPreferences.personId, ids)));
      for (const { id, ...contact } of rows)
        found.push({
          person: { type: side, id },
          ...contact,
          chosen: new Map(
            chosen.filter(({ personId }) => personId === id).map((row) => [row.kind as NoticeTopic, row.channels]),
          ),
        });
    }
    return found;
  },

  prefer: async (tx: Tx, person: NoticePerson, topic: NoticeTopic, ways: readonly NoticeWay[]): Promise<void> => {
    await tx
      .insert(notificationPreferences)
      .values({ id: newId(), personType: person.type, personId: person.id, kind: topic, channels: [...ways] })
      .onConflictDoUpdate({
        target: [notificationPreferences.personType, notificationPreferences.personId, notificationPreferences.kind],
        set: { channels: [...ways] },
      });
  },

  setContact: async (
    tx: Tx,
    { type, id }: NoticePerson,
    contact: { email: string | null; phone: string | null },
  ): Promise<void> => {
    const table = peopleOf(type);
    await tx.update(table).set(contact).where(eq(table.id, id));
  },

  /** Written beside the notice; one address hears of one event once by one way. Wakes the sender when the transaction commits. */
  add: async (tx: Tx, wanted: readonly NewSending[]): Promise<void> => {
    if (wanted.length === 0) return;
    await tx
      .insert(sendings)
      .values(
        wanted.map(({ way, person, ...fields }) => ({
          id: newId(),
          channel: way,
          personType: person.type,
          personId: person.id,
          ...fields,
        })),
      )
      .onConflictDoNothing();
    await tx.execute(sql`select pg_notify('sendings', '')`);
  },

  /** Takes what is due; each is held by one sender, for two minutes. */
  takeDue: (tx: Tx, limit: number): Promise<SendingRow[]> => {
    const chosen = sql`select id from ${sendings} where state = 'waiting' and due_at <= now()
      order by due_at limit ${limit} for update skip locked`;
    return tx
      .update(sendings)
      .set({ attempts: sql`${sendings.attempts} + 1`, dueAt: HELD })
      .where(sql`${sendings.id} in (${chosen})`)
      .returning();
  },

  sent: async (tx: Tx, id: string): Promise<void> => {
    await tx.update(sendings).set({ state: 'sent', sentAt: sql`now()`, error: null }).where(eq(sendings.id, id));
  },

  /** Tried in vain: again in so many minutes, or no more. */
  failed: async (tx: Tx, id: string, error: string, again: number | undefined): Promise<void> => {
    await tx
      .update(sendings)
      .set({
        error,
        state: again === undefined ? 'failed' : 'waiting',
        ...(again === undefined ? {} : { dueAt: sql`now() + make_interval(mins => ${again}::int)` }),
      })
      .where(eq(sendings.id, id));
  },

  /** What failed for good is tried anew; how many. */
  retry: async (tx: Tx, ids: readonly string[]): Promise<number> => {
    const again = await tx
      .update(sendings)
      .set({ state: 'waiting', attempts: 0, dueAt: sql`now()` })
      .where(and(inArray(sendings.id, [...ids]), eq(sendings.state, 'failed')))
      .returning({ id: sendings.id });
    await tx.execute(sql`select pg_notify('sendings', '')`);
    return again.length;
  },

  page: async (
    tx: Tx,
    state: SendingState | undefined,
    before: SendingCursor | undefined,
    size: number,
  ): Promise<(SendingRow & { name: string | null })[]> => {
    const rows = await tx
      .select({
        row: sendings,
        name: sql<
          string | null
        >`case ${sendings.personType} when 'buyer' then (select b.name from ${buyers} b where b.id = ${sendings.personId})
          else (select s.name from ${staff} s where s.id = ${sendings.personId}) end`,
      })
      .from(sendings)
      .where(
        and(
          state && eq(sendings.state, state),
          before &&
            or(lt(sendings.createdAt, before.at), and(eq(sendings.createdAt, before.at), lt(sendings.id, before.id))),
        ),
      )
      .orderBy(desc(sendings.createdAt), desc(sendings.id))
      .limit(size);
    return rows.map(({ row, name }) => ({ ...row, name }));
  },

  /** How many of the last 30 days stand in each state. */
  counts: async (tx: Tx): Promise<Record<SendingState, number>> => {
    const rows = await tx
      .select({ state: sendings.state, n: count() })
      .from(sendings)
      .where(gte(sendings.createdAt, sql`now() - interval '30 days'`))
      .groupBy(sendings.state);
    const of = (state: SendingState) => rows.find((row) => row.state === state)?.n ?? 0;
    return { waiting: of('waiting'), sent: of('sent'), failed: of('failed') };
  },
};
