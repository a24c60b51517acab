import { shipmentStore } from '@tradeline/db/stores';
import type { OrderCommand } from '@tradeline/domain/order';
import type { Staff } from '../trpc/context.ts';
import { staffActor } from '../use-cases/order/actor.ts';
import { runCommand } from '../use-cases/order/run-command.ts';
import { shipOrder } from '../use-cases/order/ship-order.ts';
import { viewOrder } from '../use-cases/order/view-order.ts';
import type { Shop } from './fixture.ts';

const all = { kind: 'all' } as const;
export type Hands = { reviewer: Staff; warehouse: Staff; finance: Staff };

export const hire = async (shop: Shop): Promise<Hands> => ({
  reviewer: await shop.addStaff('reviewer'),
  warehouse: await shop.addStaff('warehouse'),
  finance: await shop.addStaff('finance'),
});

/** Takes an order from its placing to the customer's door, as the staff would. */
export const deliver = async (shop: Shop, { reviewer, warehouse }: Hands, orderId: string): Promise<void> => {
  const act = async (who: Staff, command: OrderCommand) => {
    const done = await runCommand(shop.deps, staffActor(who, 'test'), { scope: all, orderId, command });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };
  await act(reviewer, { action: 'start-review' });
  await act(reviewer, { action: 'approve', checks: { credit: true } });
  await act(warehouse, { action: 'start-picking' });
  // A parcel for each warehouse that holds some of it.
  for (;;) {
    const order = await viewOrder(shop.deps, all, orderId);
    if (!order.ok) throw new Error('no such order');
    if (!order.value.held.some(({ state }) => state === 'allocated')) break;
    const sent = await shipOrder(shop.deps, staffActor(warehouse, 'test'), {
      scope: all,
      orderId,
      expectedVersion: order.value.version,
      carrier: '顺丰',
      trackingNumber: null,
    });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  }
  for (const { id } of await shipmentStore.ofOrder(shop.db, orderId))
    await act(warehouse, { action: 'deliver', shipmentId: id });
};
