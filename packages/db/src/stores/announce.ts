import { type SQL, sql } from 'drizzle-orm';

/** What an insert into the outbox returns so that it can be announced. */
export const announceable: SQL = sql`seq, type, aggregate_type, aggregate_id, company_id, at`;

/**
 * Tells screens (`live`) of written events when their transaction commits and wakes the dispatchers (`outbox`): a screen never
 * waits behind the letters that an event also brings about. `from` has a row for each, as `announceable` returns it.
 */
export const announced = (from: SQL): SQL =>
  sql`select pg_notify('outbox', ''), pg_notify('live', jsonb_build_object(
    'seq', seq, 'type', type, 'aggregateType', aggregate_type, 'aggregateId', aggregate_id, 'companyId', company_id,
    'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text) from ${from}`;
