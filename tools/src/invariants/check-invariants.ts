import type { Sql } from 'postgres';

export type Invariant = { view: string; rows: number; first?: Record<string, unknown> | undefined };

/** Reads every view `inv_*`: each lists what must not be, so a healthy database answers with no rows at all. */
export const checkInvariants = async (sql: Sql): Promise<Invariant[]> => {
  const views = await sql<{ name: string }[]>`
    select table_name as name from information_schema.views where table_schema = 'public' and table_name like 'inv\\_%' order by 1`;
  const checked: Invariant[] = [];
  for (const { name } of views) {
    const [count] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql(name)}`;
    const rows = count?.n ?? 0;
    const [first] = rows === 0 ? [] : await sql<Record<string, unknown>[]>`select * from ${sql(name)} limit 1`;
    checked.push({ view: name, rows, first });
  }
  return checked;
};
