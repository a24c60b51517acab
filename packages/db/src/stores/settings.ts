import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { settings } from '../schema/index.ts';

export type SettingRow = { value: unknown; version: number; updatedAt: string; updatedBy: string };

export const settingStore = {
  find: async (tx: Tx, key: string): Promise<SettingRow | undefined> =>
    (await tx.select().from(settings).where(eq(settings.key, key)))[0],

  /** Saves over the version that was read (0: none yet); false when somebody saved meanwhile. */
  save: async (tx: Tx, key: string, value: unknown, fromVersion: number, by: string): Promise<boolean> => {
    if (fromVersion === 0) {
      const made = await tx
        .insert(settings)
        .values({ key, value, updatedBy: by })
        .onConflictDoNothing()
        .returning({ key: settings.key });
      return made.length === 1;
    }
    const saved = await tx
      .update(settings)
      .set({ value, version: fromVersion + 1, updatedAt: sql`now()`, updatedBy: by })
      .where(and(eq(settings.key, key), eq(settings.version, fromVersion)))
      .returning({ key: settings.key });
    return saved.length === 1;
  },
};
