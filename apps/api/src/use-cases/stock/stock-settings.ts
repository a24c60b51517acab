import { type Tx, transact } from '@tradeline/db';
import { settingStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import * as z from 'zod';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

export const STOCK_SETTINGS = 'stock';

/** Amounts in minor units at cost; rates in hundredths of a percent. */
export const stockSettings = z.strictObject({
  /** An adjustment worth more needs a second pair of eyes; null: none does. */
  approveAbove: z.number().int().min(0).max(1_000_000_000_000).nullable().default(100_000),
  /** A difference of a count that is larger is counted again by somebody else. */
  recountAboveBp: z.number().int().min(0).max(1_000_000).default(1_000),
  recountAboveValue: z.number().int().min(0).max(1_000_000_000_000).default(50_000),
  /** Alerts: stock that lasts fewer days at the pace of the last 90. */
  coverDays: z.number().int().min(0).max(365).default(7),
  /** Alerts: lots that may not be sent any more in so many days. */
  expiryDays: z.number().int().min(0).max(1_000).default(30),
  /** Goods that lie so long without a sale are shelf-warmers. */
  slowDays: z.number().int().min(7).max(1_000).default(90),
});
export type StockSettings = z.infer<typeof stockSettings>;

export const stockSettingsNow = async (tx: Tx): Promise<StockSettings> =>
  stockSettings.parse((await settingStore.find(tx, STOCK_SETTINGS))?.value ?? {});

/** Saves over the version that was read; who saves over a newer one is told. */
export const saveStockSettings = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  fromVersion: number,
  settings: StockSettings,
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await settingStore.find(tx, STOCK_SETTINGS);
    if (!(await settingStore.save(tx, STOCK_SETTINGS, settings, fromVersion, by.staff.name)))
      return err({ kind: 'settings-moved-on' });
    await record(tx, by, {
      action: 'settings.stock',
      subject: { type: 'settings', id: STOCK_SETTINGS },
      before: before?.value ?? null,
      after: settings,
    });
    return ok(true);
  });
