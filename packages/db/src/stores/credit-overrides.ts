import type { BlockReason } from '@tradeline/domain/credit';
import type { Day } from '@tradeline/domain/kernel';
import { desc, inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { creditOverrides } from '../schema/index.ts';

export type NewOverride = {
  companyId: string;
  orderId: string;
  kinds: BlockReason['kind'][];
  reason: string;
  expiresOn: Day;
  staffId: string;
  staffName: string;
};

/** 信用放行: who let an order go on though credit stood against it. */
export const creditOverrideStore = {
  add: async (tx: Tx, override: NewOverride): Promise<string> => {
    const id = newId();
    await tx.insert(creditOverrides).values({ id, ...override });
    return id;
  },
  /** The latest first; those whose day is over are told too. */
  ofOrder: async (tx: Tx, orderId: string) => creditOverrideStore.ofOrders(tx, [orderId]),
  ofOrders: async (tx: Tx, orderIds: readonly string[]) =>
    (
      await tx
        .select()
        .from(creditOverrides)
        .where(inArray(creditOverrides.orderId, [...orderIds]))
        .orderBy(desc(creditOverrides.at), desc(creditOverrides.id))
    ).map((row) => ({ ...row, kinds: row.kinds as BlockReason['kind'][] })),
};
