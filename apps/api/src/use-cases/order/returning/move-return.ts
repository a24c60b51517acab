import type { Tx } from '@tradeline/db';
import { returnStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import type { Step } from '@tradeline/domain/order';
import type { OrderRecord } from '../order-facts.ts';
import type { Returning } from './open-return.ts';

/** A return that existed before the step and stands elsewhere after it: its state, its counted units, what was said. */
export const moveReturn = async (
  tx: Tx,
  record: OrderRecord,
  { facts }: Step,
  said: Returning | undefined,
): Promise<void> => {
  for (const before of record.returns) {
    const after = facts.returns.find(({ id }) => id === before.id);
    if (!after || after.state === before.state) continue;
    for (const line of after.lines)
      await returnStore.setUnits(tx, before.id, line.lineId, {
        received: line.received ?? null,
        good: line.good ?? null,
        damaged: line.damaged ?? null,
      });
    await returnStore.setNotes(tx, before.id, said?.notes ?? []);
    invariant(
      await returnStore.move(tx, before.id, before.state, after.state, said?.change ?? {}),
      'a return moves only under the lock of its order',
    );
  }
};
