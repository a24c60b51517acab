import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { consents } from '../schema/index.ts';

export const consentStore = {
  /** Agreeing again to the same version changes nothing. */
  add: async (tx: Tx, buyerId: string, document: string, version: string): Promise<void> => {
    await tx.insert(consents).values({ id: newId(), buyerId, document, version }).onConflictDoNothing();
  },
};
