import { transact } from '@tradeline/db';
import { type CompanyDisplay, displayStore, type ShopDisplay } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

/** What strangers see and how stock is told, for everybody for whom nothing else is said. */
export const setShopDisplay = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  after: ShopDisplay,
): Promise<Result<ShopDisplay, Refusal>> =>
  transact<ShopDisplay, Refusal>(db, async (tx) => {
    const before = await displayStore.shop(tx);
    await displayStore.setShop(tx, after);
    await record(tx, by, { action: 'shop.display', subject: { type: 'shop', id: '1' }, before, after });
    return ok(before);
  });

/** Whether a group's customers are told prices. */
export const setGroupDisplay = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string,
  pricesHidden: boolean,
): Promise<Result<{ pricesHidden: boolean }, Refusal>> =>
  transact<{ pricesHidden: boolean }, Refusal>(db, async (tx) => {
    const before = await displayStore.setGroup(tx, id, pricesHidden);
    if (!before) return err({ kind: 'group-not-found' });
    await record(tx, by, {
      action: 'group.display',
      subject: { type: 'customer-group', id },
      before,
      after: { pricesHidden },
    });
    return ok(before);
  });

/** The word for one company; null gives it back to the group and the shop. */
export const setCompanyDisplay = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string,
  after: CompanyDisplay,
): Promise<Result<CompanyDisplay, Refusal>> =>
  transact<CompanyDisplay, Refusal>(db, async (tx) => {
    const before = await displayStore.setCompany(tx, id, after);
    if (!before) return err({ kind: 'customer-not-found' });
    await record(tx, by, { action: 'company.display', subject: { type: 'company', id }, before, after });
    return ok(before);
  });
