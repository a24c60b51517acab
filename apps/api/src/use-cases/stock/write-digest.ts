import { transact } from '@tradeline/db';
import {
  type Bilingual,
  type ExpiringLot,
  lotStore,
  noticeStore,
  sendingStore,
  stockAlertStore,
} from '@tradeline/db/stores';
import { allows, staffRoles } from '@tradeline/domain/access';
import { type Day, ok } from '@tradeline/domain/kernel';
import { waysOf } from '@tradeline/domain/notices';
import type { Deps } from '../../deps.ts';
import { stockSettingsNow } from './stock-settings.ts';

/** The hour of the shop's day at which it is written: people come to work. */
const HOUR = 7;
/** So many lots are named; of the others, how many there are. */
const NAMED = 12;

type Lot = { itemNumber: string; name: Bilingual; code: string; expiresOn: Day; warehouse: Bilingual; units: number };
type Lots = { total: number; named: Lot[] };
/** What the letter of a morning tells of stock. */
export type StockDigest = {
  day: Day;
  locale: string;
  alerts: { out: number; low: number; cover: number };
  expired: Lots;
  soon: Lots & { days: number };
};

/** Roles that keep the levels of stock, by the table of permissions. */
const keepers = staffRoles.filter((role) => allows({ audience: 'staff', roles: [role] }, 'stock.set-levels'));

const lotOf = (row: ExpiringLot): Lot => ({
  ...{ itemNumber: row.itemNumber, name: row.name, code: row.code, expiresOn: row.expiresOn as Day },
  ...{ warehouse: row.warehouseName, units: row.onHand + row.quarantine },
});

/**
 * Writes the morning's letter about stock to whoever keeps it and wants it: lots that have ended or end soon, and goods that are out or
 * low. Once a day to each address, however often it is asked for; on a day with nothing to tell, none. Answers with the day it is done with.
 */
export const writeStockDigest = async ({ db }: Pick<Deps, 'db'>): Promise<Day | undefined> => {
  const { day, hour } = await lotStore.clock(db);
  if (hour < HOUR) return undefined;
  await transact(db, async (tx) => {
    const { coverDays, expiryDays } = await stockSettingsNow(tx);
    const { counts } = await stockAlertStore.page(tx, undefined, undefined, coverDays, { page: 1, size: 1 });
    const named = { page: 1, size: NAMED };
    const [expired, soon] = [
      await lotStore.expiring(tx, 'expired', expiryDays, named),
      await lotStore.expiring(tx, 'soon', expiryDays, named),
    ];
    const { snoozed: _, ...alerts } = counts;
    if (alerts.out + alerts.low + alerts.cover + expired.total + soon.total === 0) return ok(undefined);
    const digest = {
      ...{ day, alerts, expired: { total: expired.total, named: expired.rows.map(lotOf) } },
      soon: { total: soon.total, named: soon.rows.map(lotOf), days: expiryDays },
    };
    const people = await sendingStore.reachable(tx, await noticeStore.staffIn(tx, keepers));
    await sendingStore.add(
      tx,
      people.flatMap(({ person, email, phone, locale, chosen }) =>
        waysOf('staff', 'stock', chosen.get('stock')).flatMap((way) => {
          const recipient = way === 'mail' ? email : phone;
          const payload: StockDigest = { ...digest, locale };
          return recipient
            ? [{ way, person, recipient, template: 'stock.digest', payload, cause: `stock-digest:${day}` }]
            : [];
        }),
      ),
    );
    return ok(undefined);
  });
  return day;
};
