import type { FreightRule } from '@tradeline/domain/order';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
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

  /** Adds a method or changes one; `taken` when another has the code, nothing when there is no such method. */
  save: async (
    tx: Tx,
    id: string | undefined,
    fields: Omit<DeliveryMethod, 'id'>,
  ): Promise<{ id: string } | 'taken' | undefined> => {
    const [other] = await tx
      .select({ id: deliveryMethods.id })
      .from(deliveryMethods)
      .where(and(eq(deliveryMethods.code, fields.code), id ? ne(deliveryMethods.id, id) : undefined));
    if (other) return 'taken';
    if (id === undefined) {
      const added = await tx
        .insert(deliveryMethods)
        .values({ id: newId(), ...fields })
        .onConflictDoNothing()
        .returning({ id: deliveryMethods.id });
      return added[0] ?? 'taken';
    }
    const saved = await tx
      .update(deliveryMethods)
      .set(fields)
      .where(eq(deliveryMethods.id, id))
      .returning({ id: deliveryMethods.id });
    return saved[0];
  },
  find: async (tx: Tx, id: string): Promise<DeliveryMethod | undefined> => {
    const [row] = await tx.select().from(deliveryMethods).where(eq(deliveryMethods.id, id));
    return row && typed(row);
  },
};
