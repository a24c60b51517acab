import { transact } from '@tradeline/db';
import { settingStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { CHECKOUT_SETTINGS, type CheckoutSettings } from '../checkout/checkout-settings.ts';
import { type By, record } from '../record.ts';

/** Saves over the version that was read; who saves over a newer one is told. */
export const saveCheckoutSettings = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  fromVersion: number,
  settings: CheckoutSettings,
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await settingStore.find(tx, CHECKOUT_SETTINGS);
    if (!(await settingStore.save(tx, CHECKOUT_SETTINGS, settings, fromVersion, by.staff.name)))
      return err({ kind: 'settings-moved-on' });
    await record(tx, by, {
      action: 'settings.checkout',
      subject: { type: 'settings', id: CHECKOUT_SETTINGS },
      before: before?.value ?? null,
      after: settings,
    });
    return ok(true);
  });
