import type { FreightRule } from '@tradeline/domain/order';
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { deliveryMethods } from '../schema/index.ts';

export type DeliveryMethod = {
  id: string;
  code: string;
  name: Bilingual;
  hint: Bilingual | null;
  rule: FreightRule;
  taxRate: string;
  active: boolean;
  position: number;
};

const typed = (row: typeof deliveryMethods.$inferSelect): DeliveryMethod => ({ ...row, rule: row.rule as FreightRule });

export const deliveryStore = {
  active: async (tx: Tx): Promise<DeliveryMethod[]> =>
    (
      await tx
        .select()
        .from(deliveryMethods)
        .where(eq(deliveryMethods.active, true))
        .orderBy(asc(deliveryMethods.position), asc(deliveryMethods.code))
    ).map(typed),
  all: async (tx: Tx): Promise<DeliveryMethod[]> =>
    (await tx.select().from(deliveryMethods).orderBy(asc(deliveryMethods.position), asc(deliveryMethods.code))).map(
      typed,
    ),
  byCode: async (tx: Tx, code: string): Promise<DeliveryMethod | undefined> => {
    const [row] = await tx
      .select()
      .from(deliveryMethods)
      .where(and(eq(deliveryMethods.code, code), eq(deliveryMethods.active, true)));
    return row && typed(row);
  },
};
