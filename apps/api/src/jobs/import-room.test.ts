import { newId } from '@tradeline/db';
import { type JobRow, jobStore, uploadStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../testing/index.ts';
import type { ImportRequest } from '../use-cases/imports/import-report.ts';
import { openImportRoom } from './import-room.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const ROWS = 1_500;
/** An import that was taken up by a worker: a job that runs, and the file it is of. */
const taken = async (name: string) => {
  const owner = await shop.addStaff('administrator');
  const file = `upload-${newId()}`;
  const rows = Array.from({ length: ROWS }, (_, n) => `${name}-${n},商品 ${n},工具,把`);
  const bytes = Buffer.from(['货号,名称,分类,单位', ...rows, ''].join('\n'));
  await shop.deps.storage.put('private', file, bytes);
  const uploadId = newId();
  await uploadStore.add(shop.db, {
    id: uploadId,
    ownerType: 'staff',
    ownerId: owner.id,
    companyId: null,
    purpose: 'import-sheet',
    name: 'goods.csv',
    mime: 'text/plain',
    bytes: bytes.length,
    sha256: '',
    file,
  });
  const request: ImportRequest = {
    sheet: 'goods',
    mode: 'apply',
    uploadId,
    fileName: 'goods.csv',
    mapping: { 货号: 'itemNumber', 名称: 'nameZh', 分类: 'category', 单位: 'unit' },
    skipRejected: false,
    mayCost: true,
  };
  await jobStore.add(shop.db, { kind: name, payload: request, owner: { type: 'staff', id: owner.id } });
  const job = (await jobStore.take(shop.db, [name])) as JobRow;
  const actor = { type: 'staff', id: owner.id, name: owner.name };
  return { id: job.id, order: { job: { id: job.id, attempt: job.attempts }, request, actor } };
};
const goods = async (name: string) =>
  (await shop.raw<{ n: number }[]>`select count(*)::int as n from skus where item_number like ${`${name}-%`}`)[0]?.n;

test('a process does one import after another; one that is stopped leaves nothing, what was not taken back stays', async () => {
  const importInRoom = openImportRoom(shop.deps);
  const first = await taken('FIRST');
  expect(await importInRoom(first.order)).toMatchObject({ applied: true, counts: { new: ROWS } });
  expect(await jobStore.find(shop.db, first.id)).toMatchObject({ state: 'done', done: ROWS, total: ROWS });

  const second = await taken('SECOND');
  await jobStore.requestCancel(shop.db, second.id);
  await expect(importInRoom(second.order)).rejects.toMatchObject({ why: 'cancel' });
  const third = await taken('THIRD');
  // Another worker has taken it up.
  await shop.raw`update jobs set attempts = attempts + 1 where id = ${third.id}`;
  await expect(importInRoom(third.order)).rejects.toMatchObject({ why: 'lost' });
  expect([await goods('FIRST'), await goods('SECOND'), await goods('THIRD')]).toEqual([ROWS, 0, 0]);
});

test('an import that is stopped between two parts takes back the part it had written', async () => {
  const importInRoom = openImportRoom(shop.deps);
  const { id, order } = await taken('HALF');
  const outcome = importInRoom(order).catch((error: unknown) => error);
  await expect
    .poll(async () => (await jobStore.find(shop.db, id))?.done, { timeout: 60_000, interval: 1 })
    .toBeGreaterThan(0);
  // Whichever was quicker, it is all or nothing.
  await jobStore.requestCancel(shop.db, id);
  const stopped = Reflect.get((await outcome) as object, 'why') === 'cancel';
  expect(await goods('HALF')).toBe(stopped ? 0 : ROWS);
});

test('an import that needs more memory than it may have is refused, and the next one finds a process again', async () => {
  const small = openImportRoom(shop.deps, { mebibytes: 12, errors: 'ignore' });
  for (const name of ['LARGE', 'LARGER']) {
    const { order } = await taken(name);
    expect(await small(order)).toMatchObject({
      applied: false,
      refused: { kind: 'file', problem: { kind: 'takes-too-much-memory', mebibytes: 12 } },
    });
    expect(await goods(name)).toBe(0);
  }
});
