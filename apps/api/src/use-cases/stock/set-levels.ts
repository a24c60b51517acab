import { transact } from '@tradeline/db';
import { type StockKey, stockAlertStore, stockStore } from '@tradeline/db/stores';
import { safetyStock } from '@tradeline/domain/inventory';
import { ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from './announce.ts';

/** Weeks that demand is judged by, and how often a week's demand should be met without a shortage. */
const WEEKS = 26;
const LEVEL = 0.95;

export type SafetySuggestion = { warehouseId: string; weekly: number; deviation: number; units: number };

/** What should be left in each warehouse so that a delivery that takes so many days leaves no shortage, from half a year of sales. */
export const suggestSafety = async (
  { db }: Pick<Deps, 'db'>,
  { skuId, leadDays }: { skuId: string; leadDays: number },
): Promise<SafetySuggestion[]> => {
  const [weeks, balances] = await Promise.all([stockAlertStore.weeks(db, skuId), stockStore.balancesOf(db, [skuId])]);
  return balances.map(({ warehouseId }) => {
    const units = Array.from(
      { length: WEEKS },
      (_, week) => weeks.find((one) => one.warehouseId === warehouseId && one.week === week)?.units ?? 0,
    );
    const weekly = units.reduce((sum, n) => sum + n, 0) / WEEKS;
    const deviation = Math.sqrt(units.reduce((sum, n) => sum + (n - weekly) ** 2, 0) / (WEEKS - 1));
    const item = { demandMean: weekly, demandSd: deviation, leadTime: leadDays / 7 };
    const wanted = safetyStock(item, { kind: 'cycle', level: LEVEL });
    return { warehouseId, weekly, deviation, units: wanted.ok ? Math.max(0, Math.ceil(wanted.value.safetyStock)) : 0 };
  });
};

export const setSafety = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  skuId: string,
  levels: readonly { warehouseId: string; safety: number }[],
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    await stockStore.open(
      tx,
      levels.map(({ warehouseId }) => ({ skuId, warehouseId })),
    );
    const before = [];
    for (const { warehouseId, safety } of levels.toSorted((a, b) => (a.warehouseId < b.warehouseId ? -1 : 1)))
      before.push({ warehouseId, safety: await stockAlertStore.setSafety(tx, { skuId, warehouseId }, safety) });
    await record(tx, by, { action: 'stock.set-levels', subject: { type: 'sku', id: skuId }, before, after: levels });
    await announce(tx, 'stock.levels', skuId);
    return ok(true);
  });

/** Puts an alert off for some days; 0 brings it back. */
export const snoozeAlert = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { days, reason, ...key }: StockKey & { days: number; reason: string },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    if (days === 0) await stockAlertStore.wake(tx, key);
    else await stockAlertStore.snooze(tx, key, days, reason, by.staff.name);
    await record(tx, by, {
      action: days === 0 ? 'stock.alert-wake' : 'stock.alert-snooze',
      subject: { type: 'sku', id: key.skuId },
      after: { warehouseId: key.warehouseId, days },
      ...(reason ? { reason } : {}),
    });
    await announce(tx, 'stock.alert', key.skuId);
    return ok(true);
  });
