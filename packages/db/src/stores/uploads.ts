import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { uploads } from '../schema/index.ts';

export type UploadRow = typeof uploads.$inferSelect;
export type UploadOwner = { type: 'staff' | 'buyer'; id: string };

export const uploadStore = {
  add: async (tx: Tx, row: Omit<UploadRow, 'createdAt'>): Promise<void> => {
    await tx.insert(uploads).values(row);
  },
  /** One's own only: another person's upload is not there. */
  findOwn: async (tx: Tx, id: string, owner: UploadOwner): Promise<UploadRow | undefined> =>
    (
      await tx
        .select()
        .from(uploads)
        .where(and(eq(uploads.id, id), eq(uploads.ownerType, owner.type), eq(uploads.ownerId, owner.id)))
    )[0],
  /** For the job that reads it: whoever started the job was checked then. */
  find: async (tx: Tx, id: string): Promise<UploadRow | undefined> =>
    (await tx.select().from(uploads).where(eq(uploads.id, id)))[0],
  /** Removes uploads of some purposes that were read long ago, and tells their files. */
  removeOld: async (tx: Tx, purposes: readonly string[], days: number): Promise<string[]> => {
    const rows = await tx
      .delete(uploads)
      .where(
        and(
          inArray(uploads.purpose, [...purposes]),
          sql`${uploads.createdAt} < now() - make_interval(days => ${days})`,
        ),
      )
      .returning({ file: uploads.file });
    return rows.map(({ file }) => file);
  },
};
