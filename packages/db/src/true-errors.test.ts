import { ok } from '@tradeline/domain/kernel';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection, Tx } from './client.ts';
import { testDatabase } from './testing/index.ts';
import { sqlState, transact } from './transact.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await testDatabase();
});
afterAll(() => connection.close());

/** A statement of a store that is some calls away, so that its failure is heard after that of what was sent behind it. */
const deep = async (work: () => PromiseLike<unknown>, calls = 12): Promise<unknown> =>
  calls === 0 ? work() : deep(work, calls - 1);
const wrong = (tx: Tx) => deep(() => tx.execute(sql`select 1 / 0`));
const fine = async (tx: Tx) => tx.execute(sql`select 1`);

test('of statements sent together the one that is wrong is told, not the ones behind it', async () => {
  const { db } = connection;
  const together = transact(db, async (tx) => {
    const first = wrong(tx);
    first.catch(() => {});
    // Whoever waits for the later one first hears only that the transaction is aborted.
    await fine(tx);
    await first;
    return ok(undefined);
  });
  await expect(together.catch(sqlState)).resolves.toBe('22012');
});

test('the echo is what the code hears: without the driver being listened to, it would be thrown', async () => {
  const heard: unknown[] = [];
  await transact(connection.db, async (tx) => {
    const first = wrong(tx);
    first.catch(() => {});
    await fine(tx).catch((error: unknown) => heard.push(sqlState(error)));
    await first;
    return ok(undefined);
  }).catch((error: unknown) => heard.push(sqlState(error)));
  expect(heard).toEqual(['25P02', '22012']);
});

test('a failure that says "again" is tried again, also where its echo was heard first', async () => {
  let tries = 0;
  const done = await transact(connection.db, async (tx) => {
    tries += 1;
    const first = deep(() =>
      tx.execute(tries === 1 ? sql`do $$ begin raise exception 'x' using errcode = '40001'; end $$` : sql`select 1`),
    );
    first.catch(() => {});
    await fine(tx);
    await first;
    return ok(tries);
  });
  expect(done).toEqual({ ok: true, value: 2 });
});

test('what a savepoint took back is not blamed for what fails after it', async () => {
  const { db } = connection;
  const failing = transact(db, async (tx) => {
    await tx.transaction((inner) => wrong(inner)).catch(() => {});
    const first = deep(() => tx.execute(sql`select 'x'::int`));
    first.catch(() => {});
    await fine(tx);
    await first;
    return ok(undefined);
  });
  await expect(failing.catch(sqlState)).resolves.toBe('22P02');
});
