import { setTimeout as pause } from 'node:timers/promises';
import { jobStore } from '@tradeline/db/stores';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../testing/index.ts';
import type { JobHandler } from '../use-cases/jobs.ts';
import { sweepOnce } from './sweep.ts';
import { startWorker, type Worker } from './worker.ts';

let shop: Shop;
const workers: Worker[] = [];
beforeAll(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await shop.raw`delete from jobs`;
});
afterAll(() => shop.close());

const work = async (handler: JobHandler): Promise<void> => {
  workers.push(await startWorker(shop.deps, { test: handler }));
};
const add = (uniqueKey?: string) =>
  jobStore.add(shop.db, { kind: 'test', payload: { n: 1 }, owner: { type: 'system' }, uniqueKey });
const until = async (id: string, wanted: (job: { state: string; attempts: number }) => boolean) => {
  for (;;) {
    const job = await jobStore.find(shop.db, id);
    if (job && wanted(job)) return job;
    await pause(10);
  }
};
const ended = (id: string) => until(id, ({ state }) => ['done', 'failed', 'cancelled'].includes(state));

test('a job is done once by one of several workers, with its progress and its result', async () => {
  let runs = 0;
  for (let n = 0; n < 3; n++)
    await work(async ({ payload, step }) => {
      runs += 1;
      await step(1, 2);
      return { saw: payload };
    });
  const ids = await Promise.all(Array.from({ length: 12 }, () => add()));
  for (const id of ids)
    expect(await ended(id)).toMatchObject({ state: 'done', done: 1, total: 2, result: { saw: { n: 1 } } });
  expect(runs).toBe(12);
});

test('of one key there is one job at a time, and a new one once it has ended', async () => {
  const [first, second] = [await add('k'), await add('k')];
  expect(second).toBe(first);
  await work(async () => null);
  await ended(first);
  expect(await add('k')).not.toBe(first);
});

test('a job whose worker died is taken up by another when its lease is over, and the dead one cannot write to it', async () => {
  const id = await add();
  const dead = await jobStore.take(shop.db, ['test']);
  expect(dead).toMatchObject({ id, attempts: 1 });
  expect(await jobStore.take(shop.db, ['test'])).toBeUndefined();
  const [lease] =
    await shop.raw`select lease_until <= now() + interval '30 seconds' as short from jobs where id = ${id}`;
  expect(lease).toEqual({ short: true });
  await shop.raw`update jobs set lease_until = now() - interval '1 second' where id = ${id}`;
  await work(async () => 'second');
  expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2, result: 'second' });
  expect(await jobStore.beat(shop.db, id, 1)).toBe('lost');
  expect(await jobStore.finish(shop.db, id, 1, 'first')).toBe(false);
});

test('a worker that lost its job commits nothing of what it did for it', async () => {
  const id = await add();
  await work(async (run) => {
    await shop.db.transaction(async (tx) => {
      await tx.execute(`insert into rate_limits (key, tokens, at) values ('effect', ${run.attempt}, now())`);
      if (run.attempt === 1)
        await shop.raw`update jobs set attempts = 2, lease_until = now() - interval '1 s' where id = ${id}`;
      await run.finish(tx, 'kept');
    });
  });
  expect(await ended(id)).toMatchObject({ state: 'done', attempts: 3, result: 'kept' });
  expect(await shop.raw`select tokens from rate_limits where key = 'effect'`).toEqual([{ tokens: '3' }]);
});

test('a job that fails is tried again after growing pauses, eight times, then waits for a person', async () => {
  const id = await add();
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    // A moment is kept to the millisecond and may be rounded to one that has not come.
    await shop.raw`update jobs set run_at = now() - interval '1 second' where id = ${id}`;
    const taken = await jobStore.take(shop.db, ['test']);
    expect(taken?.attempts).toBe(attempt);
    await jobStore.fail(shop.db, id, attempt, 'no luck');
    const [row] =
      await shop.raw`select round(extract(epoch from run_at - now()))::int as pause from jobs where id = ${id}`;
    pauses.push(row?.pause);
  }
  expect(pauses).toEqual([5, 15, 45, 135, 405, 1215, 3600, 3600]);
  expect(await jobStore.find(shop.db, id)).toMatchObject({ state: 'failed', error: 'no luck' });
  expect(await jobStore.take(shop.db, ['test'])).toBeUndefined();
  expect(await jobStore.retry(shop.db, id)).toBe(true);
  await work(async () => 'at last');
  expect(await ended(id)).toMatchObject({ state: 'done', result: 'at last' });
  expect(await jobStore.retry(shop.db, id)).toBe(false);
});

test('a job that is cancelled ends at its next step, with what it had done; one that waits never begins', async () => {
  let steps = 0;
  await work(async ({ step, onCancel }) => {
    for (;;) {
      onCancel({ steps: ++steps });
      await step(steps);
      await pause(5);
    }
  });
  const id = await add();
  await until(id, ({ state }) => state === 'running');
  const waiting = await add();
  await jobStore.requestCancel(shop.db, waiting);
  await jobStore.requestCancel(shop.db, id);
  const job = await ended(id);
  expect(job.state).toBe('cancelled');
  expect(job.result).toEqual({ steps });
  expect(await jobStore.find(shop.db, waiting)).toMatchObject({ state: 'cancelled', attempts: 0 });
});

test('jobs and uploads of long ago go, with their files', async () => {
  await shop.deps.storage.put('private', 'export-old.csv', Buffer.from('x'));
  const id = await add();
  await work(async () => ({ file: 'export-old.csv' }));
  await ended(id);
  await sweepOnce(shop.deps);
  expect(await jobStore.find(shop.db, id)).toBeDefined();
  await shop.raw`update jobs set finished_at = now() - interval '31 days' where id = ${id}`;
  await sweepOnce(shop.deps);
  expect(await jobStore.find(shop.db, id)).toBeUndefined();
  expect(await shop.deps.storage.get('private', 'export-old.csv')).toBeUndefined();
});

test('a lease that ran out twice over, with nobody taking the job up, is a broken promise', async () => {
  const id = await add();
  await jobStore.take(shop.db, ['test']);
  expect(await shop.broken()).toEqual({});
  await shop.raw`update jobs set lease_until = now() - interval '2 minutes' where id = ${id}`;
  expect(Object.keys(await shop.broken())).toEqual(['inv_20_jobs']);
});
