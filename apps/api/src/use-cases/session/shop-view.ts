import { shopStore } from '@tradeline/db/stores';
import type { Storefront } from '@tradeline/domain/catalog';
import type { Deps } from '../../deps.ts';

/** What a stranger may know of the wholesaler: its name, zone and currency, and whether he may look around. */
export const shopView = async ({ db }: Pick<Deps, 'db'>) => {
  const shop = await shopStore.find(db);
  return {
    name: shop?.name ?? { zh: '订货', en: 'Tradeline' },
    timeZone: shop?.timeZone ?? 'Asia/Shanghai',
    currency: shop?.currency ?? 'CNY',
    phone: shop?.phone ?? null,
    /** How far the portal opens to people who have not signed in. */
    storefront: (shop?.storefront ?? 'login-required') as Storefront,
    /** Demo logins are shown on the sign-in screen of a demo company only. */
    demo: Boolean((shop?.origin as { demo?: boolean } | undefined)?.demo),
  };
};
