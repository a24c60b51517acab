import { testDatabase } from '@tradeline/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from './check-invariants.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase(2);
});
afterAll(() => database.close());

test('a fresh database keeps every promise', async () => {
  const checked = await checkInvariants(database.raw);
  expect(checked.length).toBeGreaterThan(10);
  expect(checked.filter(({ rows }) => rows > 0)).toEqual([]);
});

test('a broken promise is counted and its first row shown', async () => {
  await database.raw`insert into staff (id, login, name, role, password_hash) values
    ('01900000-0000-7000-8000-000000000001', 'planted', 'Planted', 'sales', 'plain text')`;
  const broken = (await checkInvariants(database.raw)).filter(({ rows }) => rows > 0);
  expect(broken).toHaveLength(1);
  expect(broken[0]).toMatchObject({ view: 'inv_24_sessions', rows: 1, first: { audience: 'password', id: 'planted' } });
});
