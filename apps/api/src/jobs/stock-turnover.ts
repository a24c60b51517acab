import { transact } from '@tradeline/db';
import { jobStore, transactionTime, turnoverStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Deps } from '../deps.ts';
import type { JobHandler } from '../use-cases/jobs.ts';
import { announce } from '../use-cases/stock/announce.ts';
import { stockSettingsNow } from '../use-cases/stock/stock-settings.ts';
import { turnoverRows } from '../use-cases/stock/turnover-rows.ts';

export const STOCK_TURNOVER = 'stock-turnover';
const EVERY_MS = 24 * 60 * 60_000;

/** Works out anew how the goods sell beside what lies there, from a year of the ledger. */
export const refreshTurnover =
  ({ db }: Pick<Deps, 'db'>): JobHandler =>
  async (run) => {
    const items = await turnoverStore.year(db);
    await run.step(0, items.length);
    await transact(db, async (tx) => {
      const { slowDays } = await stockSettingsNow(tx);
      await turnoverStore.replace(tx, turnoverRows(items, await transactionTime(tx), slowDays));
      await announce(tx, 'stock.turnover', run.id);
      return ok(undefined);
    });
    return { skus: items.length };
  };

/** Asks for the work once a day, whichever process looks first; a look that finds it fresh asks for nothing. */
export const askForTurnover = async ({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> => {
  const [last] = await jobStore.ofKinds(db, [STOCK_TURNOVER], 1);
  if (last && Date.parse(now()) - Date.parse(last.createdAt) < EVERY_MS) return;
  await jobStore.add(db, { kind: STOCK_TURNOVER, payload: {}, owner: { type: 'system' }, uniqueKey: STOCK_TURNOVER });
};
