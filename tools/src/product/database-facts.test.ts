import { testDatabase } from '@tradeline/db/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectDatabase } from './database-facts.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase(2);
});
afterAll(() => database.close());

const reason = async (url: string) => {
  const facts = await inspectDatabase(url);
  return facts.ok ? facts.value.state : facts.error.en;
};
const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

test('a migrated database is ours', async () => expect(await reason(database.url)).toBe('ours'));

test('a database with the tables of something else is refused', async () => {
  const name = `other${Date.now()}`;
  await database.raw.unsafe(`create database ${name}`);
  const url = changed((u) => (u.pathname = `/${name}`));
  expect(await reason(url)).toBe('empty');
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create table somebody_elses (id int)`;
  await sql.end();
  expect(await reason(url)).toContain('tables of something else');
  await database.raw.unsafe(`drop database ${name}`);
});

test('a wrong password, a missing database and a silent port are told apart', async () => {
  expect(await reason(changed((u) => (u.password = 'wrong')))).toContain('refuses the user or password');
  expect(await reason(changed((u) => (u.pathname = '/nobody')))).toContain('has no database "nobody"');
  expect(await reason(changed((u) => (u.port = '1')))).toContain('No PostgreSQL answers at 127.0.0.1:1');
});

test.each(['mysql://localhost/x', 'localhost:5432', 'postgres'])('%s is no address of a PostgreSQL', async (url) => {
  expect(await reason(url)).toContain('is not an address like');
});
