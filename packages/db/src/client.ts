import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { withNamedStatements } from './named-statements.ts';
import * as schema from './schema/index.ts';
import { withTrueErrors } from './true-errors.ts';

export type Schema = typeof schema;
export type Database = PostgresJsDatabase<Schema>;
/** A database or an open transaction: what a store takes first. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
/** The raw client: LISTEN/NOTIFY, COPY, reports. Kept apart from drizzle's, which alters the client it is given. */
export type Raw = postgres.Sql;

export type Connection = { db: Database; raw: Raw; close: () => Promise<void> };
export type ConnectOptions = {
  url: string;
  /** The server's socket file, where it stands on this machine: a trip costs about a quarter less than over the network's loopback. */
  socket?: string | undefined;
  pool?: number;
  name?: string;
};

/**
 * Many ask at once, so nobody's question is worth more than one core: a worker that PostgreSQL starts for one of them costs
 * more than it saves, and is taken from the others.
 */
const oneCoreEach = { max_parallel_workers_per_gather: 0 };

/** Time limits end a lost or hanging client's hold on rows long before a person would notice. */
const limits = { statement_timeout: 5_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 10_000 };

export const connect = ({ url, socket, pool = 10, name = 'tradeline' }: ConnectOptions): Connection => {
  const shared = {
    onnotice: () => {},
    ...(socket === undefined ? {} : { path: socket }),
    connection: { application_name: name, TimeZone: 'UTC', ...oneCoreEach, ...limits },
  };
  const orm = postgres(url, { ...shared, max: pool });
  const raw = postgres(url, { ...shared, max: Math.min(pool, 4) });
  return {
    db: drizzle(withTrueErrors(withNamedStatements(orm)), { schema, casing: 'snake_case' }),
    raw,
    close: async () => {
      await Promise.all([orm.end({ timeout: 5 }), raw.end({ timeout: 5 })]);
    },
  };
};
