import { testDatabase } from '@tradeline/db/testing';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { slowerThan } from './harness/compare.ts';
import { freshStatements } from './harness/fresh.ts';
import { readReply, requestBytes } from './harness/http-client.ts';
import { middleOf } from './harness/measure.ts';
import { cpuMsOf } from './harness/processes.ts';
import { runRound } from './harness/rounds.ts';
import { median, percentile } from './harness/stats.ts';
import { statementsIn, traceOf, transactionTripsIn, tripsIn } from './harness/trace.ts';
import type { Trip } from './harness/wire.ts';
import { startWireProxy } from './harness/wire-proxy.ts';

test('a percentile is a value that was measured, the last one for all of them', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 95, 99, 100]);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([10, 9])]).toEqual([2, 2.5, 9.5]);
});

test('runs are joined figure by figure, and no failure is lost', () => {
  const run = (perSecond: number, p95: number, failures = {}) => ({
    perSecond,
    p50: 1,
    p95,
    p99: 9,
    clientCpu: 1,
    requests: 10,
    failures,
  });
  const middle = middleOf([run(10, 5, { '500': 1 }), run(30, 1), run(20, 3, { '500': 2 })]);
  expect(middle).toMatchObject({ perSecond: 20, p95: 3, failures: { '500': 3 }, apiCpu: undefined });
});

test('a fifth slower relative to the floor is told, a slow machine is not', () => {
  const before = { same: { ofFloor: 0.5 }, slow: { ofFloor: 0.6 }, gone: { ofFloor: 1 }, dead: { ofFloor: 0.4 } };
  const now = { same: { ofFloor: 0.42 }, slow: { ofFloor: 0.5 }, fresh: { ofFloor: 0.1 }, dead: { ofFloor: 0 } };
  expect(slowerThan(before, now).map(({ name }) => name)).toEqual(['dead', 'slow']);
  expect(slowerThan(before, before)).toEqual([]);
});

test('what failed counts as no answer, and a round ends when nothing is left', async () => {
  const round = await runRound({ clients: 4, seconds: 30, from: 5 }, async (n) =>
    n >= 25 ? 'nothing left' : n % 2 === 0 ? undefined : 'refused',
  );
  expect([round.latencies.length, round.failures]).toEqual([10, { refused: 10 }]);
  expect(round.used).toBeGreaterThanOrEqual(20);
});

test('an answer is read as a whole or not at all, however it is cut', () => {
  const plain = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP');
  const chunked = Buffer.from(
    'HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n',
  );
  expect(readReply(plain)).toMatchObject({ status: 200, end: plain.length - 4 });
  expect(readReply(plain)?.body.toString()).toBe('hello');
  for (let cut = 0; cut < chunked.length; cut++) expect(readReply(chunked.subarray(0, cut))).toBeUndefined();
  expect(readReply(chunked)?.body.toString()).toBe('abcde');
  expect(requestBytes('POST', '/x', { host: 'a' }, '刀').toString()).toContain('content-length: 3\r\n');
});

test('a replay writes new keys, the same wherever they stand, and keeps those of the data', () => {
  const made = '0199aaaa-1111-7222-8333-444455556666';
  const kept = '01980000-1018-7000-8000-000000000001';
  const fresh = freshStatements({ [kept]: '01980000-1018-7000-8000-000000000002' });
  const [id, json, other] = [fresh(made)!, fresh(`{"id":"${made}:1","number":"SO300001"}`)!, fresh('SO300001')!];
  expect(id).not.toBe(made);
  expect(JSON.parse(json)).toEqual({ id: `${id}:1`, number: other });
  expect(fresh(kept)).toBe('01980000-1018-7000-8000-000000000002');
  expect(fresh('01980000-1000-7000-8000-000000000003')).toBe('01980000-1000-7000-8000-000000000003');
  expect(freshStatements({})(made)).not.toBe(id);
});

test('statements and trips are counted on the wire: one a statement, two where the driver asks first, one for many at once', async () => {
  const { url, close } = await testDatabase();
  const proxy = await startWireProxy(url);
  const sql = postgres(proxy.url, { max: 1 });
  await sql`select 1`;
  const during = async (work: () => Promise<unknown>) => {
    const trips: Trip[] = [];
    proxy.onTrip((trip) => trips.push(trip));
    await work();
    proxy.onTrip(undefined);
    return traceOf(trips, new Set());
  };
  const named = () => sql.unsafe('select $1::int + 1', [1], { prepare: true });
  await named();
  const one = await during(named);
  expect([statementsIn(one), tripsIn(one), transactionTripsIn(one)]).toEqual([1, 1, 0]);
  expect(one.units[0]?.trips).toEqual([[{ text: 'select $1::int + 1', params: ['1'] }]]);
  const asking = await during(() => sql.unsafe('select $1::int + 2', [1]));
  expect([statementsIn(asking), tripsIn(asking)]).toEqual([1, 2]);
  const together = await during(() => Promise.all([named(), named(), named()]));
  expect([statementsIn(together), tripsIn(together)]).toEqual([3, 1]);
  const transaction = await during(() =>
    sql.begin(async (tx) => {
      await tx.unsafe('select $1::int + 1', [1], { prepare: true });
      await Promise.all([tx`select 5`, tx`select 6`]);
    }),
  );
  expect([statementsIn(transaction), transactionTripsIn(transaction)]).toEqual([3, 4]);
  await sql.end();
  await proxy.stop();
  await close();
});

test.runIf(process.platform === 'linux')('processor time is what a process has used, and grows with its work', () => {
  const before = cpuMsOf(process.pid)!;
  const { user, system } = process.cpuUsage();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan((user + system) / 1_000 + 60_000);
  for (const until = process.cpuUsage().user + 100_000; process.cpuUsage().user < until; ) Math.sqrt(before);
  expect(cpuMsOf(process.pid)! - before).toBeGreaterThanOrEqual(50);
  expect(cpuMsOf(999_999_999)).toBeUndefined();
});
