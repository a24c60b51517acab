import type { Database } from '@tradeline/db';
import { sharingStore } from '@tradeline/db/stores';
import type { SharingRule } from '@tradeline/domain/inventory';

/** The sharing rules of stock, as last read: few, the same for everybody, and changed seldom. */
export const sharedStock = (db: Database) => {
  let rules: readonly SharingRule[] = [];
  return {
    refresh: async (): Promise<void> => {
      ({ rules } = await sharingStore.rules(db));
    },
    rules: (): readonly SharingRule[] => rules,
  };
};
export type SharedStock = ReturnType<typeof sharedStock>;
