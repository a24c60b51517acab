import { transact } from '@tradeline/db';
import { auditStore, priceListStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { PriceActor } from './actor.ts';

/** Whether prices need a second person to publish them, and the margin below which a warning is given. */
export const saveSettings = async (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  settings: { fourEyes: boolean; minMargin: string },
): Promise<void> => {
  await transact(db, async (tx) => {
    const before = await priceListStore.settings(tx);
    await priceListStore.saveSettings(tx, settings);
    await auditStore.add(tx, {
      actor: { type: 'staff', id: actor.id, name: actor.name },
      action: 'price-settings.edit',
      subject: { type: 'shop', id: '1' },
      before: { fourEyes: before.fourEyes, minMargin: before.minMargin },
      after: settings,
      requestId: actor.requestId,
    });
    return ok(null);
  });
};
