import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Raw, Tx } from './client.ts';

const dialect = new PgDialect({ casing: 'snake_case' });

/**
 * Rows of a read that is asked again and again: parsed and planned once per connection, then only run. On the raw client,
 * so values come as the driver reads them; have the query make JSON and text of what is to leave as such.
 */
export const preparedRows = async <Row>(raw: Raw, query: SQL): Promise<Row[]> => {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const rows = await raw.unsafe(text, params as never[], { prepare: true });
  return rows as unknown as Row[];
};

/** A query of the builder that many requests ask: its text is made once for a database, not each time. */
export const builtOnce = <Query>(build: (tx: Tx) => Query): ((tx: Tx) => Query) => {
  const built = new WeakMap<Tx, Query>();
  return (tx) => {
    const query = built.get(tx) ?? build(tx);
    built.set(tx, query);
    return query;
  };
};
