import type { Raw } from '../../client.ts';

const tableNames = async (raw: Raw): Promise<string[]> => {
  const tables = await raw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  return tables.map(({ name }) => name);
};

/** A digest of every table: equal before and after when nothing at all was written. */
export const stateOf = async (raw: Raw): Promise<Record<string, string>> => {
  const state: Record<string, string> = {};
  for (const name of await tableNames(raw)) {
    const [row] = await raw.unsafe(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
    );
    state[name] = String(row?.digest);
  }
  return state;
};

/** The views that must be empty and are not. */
export const brokenInvariants = async (raw: Raw): Promise<string[]> => {
  const views = await raw<
    { name: string }[]
  >`select viewname as name from pg_views where viewname like 'inv\\_%' order by 1`;
  const broken: string[] = [];
  for (const { name } of views) if ((await raw.unsafe(`select 1 from ${name} limit 1`)).length > 0) broken.push(name);
  return broken;
};

/** Triggers and references are off for the moment of it: far quicker than truncating many small tables. */
export const emptyTables = async (raw: Raw): Promise<void> => {
  const names = await tableNames(raw);
  await raw.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(names.map((name) => `delete from "${name}"`).join(';'));
  });
};
