import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from './testing/index.ts';
import { isDatabaseAway, isUnavailable, transact } from './transact.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase(2);
});
afterAll(() => database.close());

const failing = async (statement: string): Promise<unknown> =>
  transact(database.db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 30`);
    await tx.execute(sql.raw(statement));
    return { ok: true, value: undefined };
  }).catch((error: unknown) => error);

test('what the database had no time for may be asked again; what it refuses, or cannot understand, may not', async () => {
  const late = await failing('select pg_sleep(5)');
  expect([isUnavailable(late), isDatabaseAway(late)]).toEqual([true, false]);
  for (const wrong of ['select 1/0', 'select no_such_column', "insert into shop (id) values ('x')"])
    expect(isUnavailable(await failing(wrong))).toBe(false);
});
