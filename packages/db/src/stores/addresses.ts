import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { addresses } from '../schema/index.ts';

export type AddressFields = {
  label?: string | undefined;
  contactName: string;
  phone: string;
  country: string;
  province: string;
  city: string;
  district: string;
  street: string;
  postalCode?: string | undefined;
  isDefault: boolean;
};

const columns = {
  id: addresses.id,
  label: addresses.label,
  contactName: addresses.contactName,
  phone: addresses.phone,
  country: addresses.country,
  province: addresses.province,
  city: addresses.city,
  district: addresses.district,
  street: addresses.street,
  postalCode: addresses.postalCode,
  isDefault: addresses.isDefault,
};
const of = (companyId: string) => and(eq(addresses.companyId, companyId), isNull(addresses.archivedAt));

/** The address book of one company; another company's address is not found. */
export const addressStore = {
  list: (tx: Tx, companyId: string) =>
    tx.select(columns).from(addresses).where(of(companyId)).orderBy(desc(addresses.isDefault), addresses.id),

  find: async (tx: Tx, companyId: string, id: string) =>
    (
      await tx
        .select(columns)
        .from(addresses)
        .where(and(of(companyId), eq(addresses.id, id)))
    )[0],

  save: async (
    tx: Tx,
    companyId: string,
    id: string | undefined,
    fields: AddressFields,
  ): Promise<string | undefined> => {
    if (fields.isDefault) await tx.update(addresses).set({ isDefault: false }).where(of(companyId));
    const values = { ...fields, label: fields.label ?? null, postalCode: fields.postalCode ?? null };
    if (id === undefined) {
      const made = newId();
      await tx.insert(addresses).values({ id: made, companyId, ...values });
      return made;
    }
    const saved = await tx
      .update(addresses)
      .set(values)
      .where(and(of(companyId), eq(addresses.id, id)))
      .returning({ id: addresses.id });
    return saved[0]?.id;
  },

  /** Orders keep their own copy, so an address only leaves the book. */
  archive: async (tx: Tx, companyId: string, id: string): Promise<boolean> => {
    const gone = await tx
      .update(addresses)
      .set({ archivedAt: sql`now()`, isDefault: false })
      .where(and(of(companyId), eq(addresses.id, id)))
      .returning({ id: addresses.id });
    return gone.length === 1;
  },
};
