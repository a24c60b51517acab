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

  /** One upload added to an order; false when it hangs somewhere already. */
  addToOrder: async (
    tx: Tx,
    orderId: string,
    uploadId: string,
    by: { type: string; name: string },
  ): Promise<boolean> => {
    const added = await tx
      .insert(orderAttachments)
      .values({ id: newId(), orderId, uploadId, byType: by.type, byName: by.name })
      .onConflictDoNothing()
      .returning({ id: orderAttachments.id });
    return added.length === 1;
  },

  /** Uploads that go with a message; false when one of them hangs somewhere already. */
  addToMessage: async (
    tx: Tx,
    message: { id: string; orderId: string },
    uploadIds: readonly string[],
    by: { type: string; name: string },
  ): Promise<boolean> => {
    if (uploadIds.length === 0) return true;
    const rows = uploadIds.map((uploadId) => ({
      id: newId(),
      orderId: message.orderId,
      messageId: message.id,
      uploadId,
      byType: by.type,
      byName: by.name,
    }));
    const added = await tx
      .insert(orderAttachments)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: orderAttachments.id });
    return added.length === rows.length;
  },
};
