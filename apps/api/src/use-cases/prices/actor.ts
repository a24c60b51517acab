import type { Tx } from '@tradeline/db';
import { auditStore } from '@tradeline/db/stores';
import type { Staff } from '../../trpc/context.ts';

/** Who of the staff acts on prices, in which request. */
export type PriceActor = { id: string; name: string; role: Staff['role']; requestId: string };

export const priceActor = (staff: Staff, requestId: string): PriceActor => ({
  id: staff.id,
  name: staff.name,
  role: staff.role,
  requestId,
});

/** Writes what somebody did to a list into the chained audit log. */
export const auditPrices = (
  tx: Tx,
  actor: PriceActor,
  action: string,
  listId: string,
  facts: { before?: unknown; after?: unknown; reason?: string | undefined },
): Promise<void> =>
  auditStore.add(tx, {
    actor: { type: 'staff', id: actor.id, name: actor.name },
    action,
    subject: { type: 'price-list', id: listId },
    requestId: actor.requestId,
    ...facts,
  });
