import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { invoiceTitles } from '../schema/index.ts';

export type InvoiceTitleRow = typeof invoiceTitles.$inferSelect;

export const invoiceTitleStore = {
  ofCompany: (tx: Tx, companyId: string): Promise<InvoiceTitleRow[]> =>
    tx
      .select()
      .from(invoiceTitles)
      .where(and(eq(invoiceTitles.companyId, companyId), isNull(invoiceTitles.archivedAt)))
      .orderBy(desc(invoiceTitles.isDefault), asc(invoiceTitles.title)),
  /** Another company's is not found. */
  find: async (tx: Tx, companyId: string, id: string): Promise<InvoiceTitleRow | undefined> =>
    (
      await tx
        .select()
        .from(invoiceTitles)
        .where(and(eq(invoiceTitles.id, id), eq(invoiceTitles.companyId, companyId), isNull(invoiceTitles.archivedAt)))
    )[0],
};
