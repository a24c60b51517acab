import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { invoiceTitles } from '../schema/index.ts';

export type InvoiceTitleRow = typeof invoiceTitles.$inferSelect;
export type InvoiceTitleFields = Omit<InvoiceTitleRow, 'id' | 'companyId' | 'archivedAt'>;

const of = (companyId: string) => and(eq(invoiceTitles.companyId, companyId), isNull(invoiceTitles.archivedAt));

export const invoiceTitleStore = {
  ofCompany: (tx: Tx, companyId: string): Promise<InvoiceTitleRow[]> =>
    tx
      .select()
      .from(invoiceTitles)
      .where(of(companyId))
      .orderBy(desc(invoiceTitles.isDefault), asc(invoiceTitles.title)),
  /** Another company's is not found. */
  find: async (tx: Tx, companyId: string, id: string): Promise<InvoiceTitleRow | undefined> =>
    (
      await tx
        .select()
        .from(invoiceTitles)
        .where(and(eq(invoiceTitles.id, id), of(companyId)))
    )[0],

  /** Adds a title, or changes one of the company's own; a new default takes that place from the old one. */
  save: async (
    tx: Tx,
    companyId: string,
    id: string | undefined,
    fields: InvoiceTitleFields,
  ): Promise<string | undefined> => {
    if (fields.isDefault) await tx.update(invoiceTitles).set({ isDefault: false }).where(of(companyId));
    if (id === undefined) {
      const made = newId();
      await tx.insert(invoiceTitles).values({ id: made, companyId, ...fields });
      return made;
    }
    const saved = await tx
      .update(invoiceTitles)
      .set(fields)
      .where(and(of(companyId), eq(invoiceTitles.id, id)))
      .returning({ id: invoiceTitles.id });
    return saved[0]?.id;
  },

  /** Orders keep their own copy, so a title only leaves the list. */
  archive: async (tx: Tx, companyId: string, id: string): Promise<boolean> => {
    const gone = await tx
      .update(invoiceTitles)
      .set({ archivedAt: sql`now()`, isDefault: false })
      .where(and(of(companyId), eq(invoiceTitles.id, id)))
      .returning({ id: invoiceTitles.id });
    return gone.length === 1;
  },
};
