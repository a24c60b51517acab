import type { Tx } from '@tradeline/db';
import { outboxStore } from '@tradeline/db/stores';

/** Tells the screens, in the transaction of the change, that stock or a document about it is other than before. */
export const announce = (tx: Tx, type: `stock.${string}`, id: string): Promise<void> =>
  outboxStore.add(tx, { type, aggregateType: 'stock', aggregateId: id, payload: {} });
