import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { skus } from './schema/index.ts';
import { among } from './stores/among.ts';
import { testDatabase } from './testing/index.ts';

test('a query that comes again is a kept plan, in and out of transactions, and answers the same', async () => {
  const { db, close } = await testDatabase(1);
  const kept = async () => {
    const rows = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_prepared_statements where statement like '%mark_of_this_test%'`,
    );
    return rows[0]?.n;
  };
  const ask = (from: Pick<typeof db, 'execute'>, value: number) =>
    from.execute<{ mark_of_this_test: number }>(sql`select ${value}::int + 1 as mark_of_this_test`);
  expect(await kept()).toBe(0);
  for (let i = 0; i < 5; i++) expect((await ask(db, i))[0]?.mark_of_this_test).toBe(i + 1);
  expect(await kept()).toBe(1);
  await db.transaction(async (tx) => {
    expect((await ask(tx, 41))[0]?.mark_of_this_test).toBe(42);
    await tx.transaction(async (inner) => expect((await ask(inner, 1))[0]?.mark_of_this_test).toBe(2));
  });
  expect(await kept()).toBe(1);
  await close();
});

test('any number of keys is one parameter, none finds nothing', async () => {
  const { db, close } = await testDatabase(1);
  const ids = Array.from({ length: 300 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  for (const some of [[], ids.slice(0, 1), ids])
    expect(await db.select({ id: skus.id }).from(skus).where(among(skus.id, some))).toEqual([]);
  await close();
});
