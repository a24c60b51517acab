import { jobStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { jobHandlers } from '../../../jobs/handlers.ts';
import { startWorker, type Worker } from '../../../jobs/worker.ts';
import { openShop, type Shop } from '../../../testing/index.ts';
import { place } from '../../../testing/place.ts';
import type { Staff } from '../../../trpc/context.ts';
import { staffActor } from '../actor.ts';
import { runCommand } from '../run-command.ts';
import { type BulkReport, bulkApproveJob, startBulkApproval } from './bulk-approve.ts';
import { previewYes } from './preview-yes.ts';

let shop: Shop;
let worker: Worker;
let reviewer: Staff;
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  worker = await startWorker(shop.deps, jobHandlers(shop.deps));
  reviewer = await shop.addStaff('reviewer');
});
afterAll(async () => {
  await worker.stop();
  await shop.close();
});

const all = { kind: 'all' } as const;
const newOrders = async (count: number) => {
  const { skuId } = await shop.addSku({ north: 10_000 });
  const buyer = await shop.addBuyer({ creditLimit: 100_000_000 });
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const placed = await place(shop.deps, buyer, [{ skuId, quantity: 2 }], { paymentTerms: 'terms' });
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    ids.push(placed.value.id);
  }
  return { ids, buyer };
};
const asSeen = (ids: readonly string[]) => ids.map((id) => ({ id, expectedVersion: 1 }));
const endOf = async (jobId: string) => {
  const isOver = async () => (await jobStore.find(shop.db, jobId))?.finishedAt !== null;
  await expect.poll(isOver, { timeout: 60_000, interval: 20 }).toBe(true);
  const job = await jobStore.find(shop.db, jobId);
  return { state: job?.state, done: job?.done, total: job?.total, report: job?.result as BulkReport };
};
const approvals = async (ids: readonly string[]) => {
  const rows = await shop.raw`select approval from orders where id in ${shop.raw([...ids])}`;
  return rows.map(({ approval }) => String(approval)).toSorted();
};

test('the preview says what will pass with its sums, and what will not and why; the job does exactly that', async () => {
  const { ids } = await newOrders(4);
  const held = await newOrders(1);
  await shop.raw`update credit_accounts set on_hold = true, hold_reason = '欠款' where company_id = ${held.buyer.company.id}`;
  // A colleague was faster with one of them.
  const command = { action: 'start-review' } as const;
  await runCommand(shop.deps, staffActor(reviewer, 'test'), { scope: all, orderId: ids[0] ?? '', command });
  const asked = asSeen([...ids, ...held.ids]);
  const preview = await previewYes(shop.deps, reviewer, all, asked);
  expect(preview.map((each) => ('effect' in each ? each.effect : each.refusal.kind))).toEqual([
    'order-moved-on',
    ...Array.from({ length: 3 }, () => ({ action: 'approve', total: 2_500, currency: 'CNY', units: 2, credit: 2_500 })),
    'terms-blocked',
  ]);
  expect(await approvals([...ids, ...held.ids])).toEqual([
    'in-review',
    ...Array.from({ length: 4 }, () => 'submitted'),
  ]);

  const { report, ...job } = await endOf(await startBulkApproval(shop.deps, reviewer, all, asked));
  expect(job).toEqual({ state: 'done', done: 5, total: 5 });
  expect(report.passed).toBe(3);
  expect(report.refused.map(({ id, refusal }) => [id, refusal.kind]).toSorted()).toEqual(
    [
      [ids[0], 'order-moved-on'],
      [held.ids[0], 'terms-blocked'],
    ].toSorted(),
  );
  expect(await approvals(ids)).toEqual(['confirmed', 'confirmed', 'confirmed', 'in-review']);
  // A refused order is as it was: its review has not begun either.
  expect(await approvals(held.ids)).toEqual(['submitted']);
  expect(await shop.broken()).toEqual({});
});

test('a worker that takes the job up from one that died says nothing twice and tells nothing of it as refused', async () => {
  const { ids } = await newOrders(6);
  const run = (attempt: number, step: () => Promise<void>) =>
    bulkApproveJob(shop.deps)({
      id: '0190a000-0000-7000-8000-000000000001',
      payload: { scope: all, orders: asSeen(ids) },
      owner: { type: 'staff', id: reviewer.id },
      attempt,
      step,
      onCancel: () => {},
      finish: async () => {},
    });
  let steps = 0;
  const dying = run(1, async () => {
    steps += 1;
    if (steps === 2) throw new Error('died');
  });
  await expect(dying).rejects.toThrow('died');
  expect(await run(2, async () => {})).toEqual({ passed: 6, refused: [] });
  const [twice] = await shop.raw`select count(*)::int as n from order_events
    where action = 'approve' and order_id in ${shop.raw(ids)}`;
  expect(twice?.n).toBe(6);
});

test('who may give no review, or has left since, says yes to nothing', async () => {
  const { ids } = await newOrders(1);
  const sales = await shop.addStaff('sales');
  expect(await previewYes(shop.deps, sales, all, asSeen(ids))).toMatchObject([
    { refusal: { kind: 'role-not-allowed' } },
  ]);
  const gone = await shop.addStaff('reviewer');
  await shop.raw`update staff set active = false where id = ${gone.id}`;
  const { report } = await endOf(await startBulkApproval(shop.deps, gone, all, asSeen(ids)));
  expect(report).toMatchObject({ passed: 0, refused: [{ refusal: { kind: 'not-signed-in' } }] });
});

test('many orders at once: every one of them, in full by night', async () => {
  const { ids } = await newOrders(inject('nightly') ? 200 : 24);
  const { report, done } = await endOf(await startBulkApproval(shop.deps, reviewer, all, asSeen(ids)));
  expect([report.passed, done]).toEqual([ids.length, ids.length]);
  expect(await shop.broken()).toEqual({});
});
