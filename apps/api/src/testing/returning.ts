import { orderStore } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import type { LineQuantity } from '@tradeline/domain/order';
import { buyerActor, staffActor } from '../use-cases/order/actor.ts';
import { inspectReturn, receiveReturn } from '../use-cases/returns/receive-return.ts';
import { previewRefund, refundReturn } from '../use-cases/returns/refund-return.ts';
import { type RequestReturn, requestReturn } from '../use-cases/returns/request-return.ts';
import { stepReturn } from '../use-cases/returns/step-return.ts';
import type { Hands } from './deliver.ts';
import type { Shop } from './fixture.ts';
import type { TestBuyer } from './place.ts';

export const all = { kind: 'all' } as const;
export const noWish = { ourFault: false, deduction: minor(0), deductionReason: null };

const must = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const versionOf = async (shop: Shop, orderId: string): Promise<number> =>
  (await orderStore.find(shop.db, all, orderId))!.version;

/** The steps of a return as people take them, each on the version that stands. */
export const returning = (shop: Shop, hands: Hands, buyer: TestBuyer, orderId: string) => {
  const target = async (returnId: string) => ({
    scope: all,
    returnId,
    expectedVersion: await versionOf(shop, orderId),
  });
  const staff = (who: keyof Hands) => staffActor(hands[who], 'test');
  const request = async (lines: readonly LineQuantity[], wish: Partial<RequestReturn> = {}) =>
    requestReturn(shop.deps, buyer, 'test', all, {
      orderId,
      expectedVersion: await versionOf(shop, orderId),
      lines,
      reason: 'not-needed',
      wish: 'refund',
      comment: null,
      pictures: [],
      ...wish,
    });
  const approve = async (id: string) =>
    must(await stepReturn(shop.deps, staff('reviewer'), await target(id), 'approve-return'));
  const sendBack = async (id: string) =>
    must(await stepReturn(shop.deps, buyerActor(buyer, 'test'), await target(id), 'send-back'));
  const receive = async (id: string, lines: readonly LineQuantity[]) =>
    must(
      await receiveReturn(shop.deps, staff('warehouse'), await target(id), {
        warehouseId: shop.warehouses.south,
        lines,
        notes: [],
      }),
    );
  const inspect = async (id: string, inspected: { lineId: string; good: number; damaged: number }[]) =>
    must(await inspectReturn(shop.deps, staff('warehouse'), await target(id), { inspected, notes: [] }));
  /** Everything that was announced comes, and all of it is good. */
  const toInspected = async (lines: readonly LineQuantity[], wish: Partial<RequestReturn> = {}): Promise<string> => {
    const { id } = must(await request(lines, wish));
    await approve(id);
    await receive(id, lines);
    await inspect(
      id,
      lines.map(({ lineId, quantity }) => ({ lineId, good: quantity, damaged: 0 })),
    );
    return id;
  };
  const preview = (id: string, wish = noWish) =>
    previewRefund(shop.deps, staff('finance'), { scope: all, returnId: id }, wish);
  const refund = async (id: string, wish: Partial<typeof noWish> & { expectedAmount?: Minor } = {}) => {
    const { expectedAmount, ...said } = { ...noWish, ...wish };
    const amount = expectedAmount ?? must(await preview(id, said)).amount;
    return refundReturn(shop.deps, staff('finance'), await target(id), { ...said, expectedAmount: amount });
  };
  return { request, approve, sendBack, receive, inspect, toInspected, preview, refund, target, staff };
};
