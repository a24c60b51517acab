import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { orderAttachments } from '../schema/index.ts';

export const attachmentStore = {
  /** Uploads that go with an order, or with a message about it; false when one of them hangs somewhere already. */
  add: async (
    tx: Tx,
    to: { orderId: string; messageId?: string },
    uploadIds: readonly string[],
    by: { type: string; name: string },
  ): Promise<boolean> => {
    if (uploadIds.length === 0) return true;
    const rows = uploadIds.map((uploadId) => ({ id: newId(), ...to, uploadId, byType: by.type, byName: by.name }));
    const added = await tx
      .insert(orderAttachments)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: orderAttachments.id });
    return added.length === rows.length;
  },
};
