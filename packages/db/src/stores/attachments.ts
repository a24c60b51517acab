import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { orderAttachments } from '../schema/index.ts';

export const attachmentStore = {
  /** Uploads that their owner adds to an order. */
  add: async (
    tx: Tx,
    orderId: string,
    uploadIds: readonly string[],
    by: { type: string; name: string },
  ): Promise<void> => {
    if (uploadIds.length > 0)
      await tx
        .insert(orderAttachments)
        .values(uploadIds.map((uploadId) => ({ id: newId(), orderId, uploadId, byType: by.type, byName: by.name })));
  },
};
