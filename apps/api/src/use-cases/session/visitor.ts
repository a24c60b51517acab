import { shopStore } from '@tradeline/db/stores';
import { type StockDisplay, type Storefront, strangerSees, type Viewer } from '@tradeline/domain/catalog';
import type { Deps } from '../../deps.ts';
import type { Visitor } from '../../trpc/context.ts';

/** Somebody who has not signed in, as far as the shop lets strangers in; undefined: not at all. */
export const strangerAt = async ({ db }: Pick<Deps, 'db'>): Promise<Visitor | undefined> => {
  const shop = await shopStore.find(db);
  const sees = strangerSees((shop?.storefront ?? 'login-required') as Storefront);
  return (
    sees && {
      id: undefined,
      company: undefined,
      seesPrices: sees.prices,
      stock: {
        display: (shop?.stockDisplay ?? 'exact') as StockDisplay,
        byWarehouse: shop?.stockByWarehouse ?? false,
      },
    }
  );
};

/** A visitor as assortments ask for him: what every read of the catalogue is given. */
export const viewerOf = ({ company }: Pick<Visitor, 'company'>): Viewer =>
  company
    ? { kind: 'company', companyId: company.id, groupId: company.groupId ?? undefined, level: company.level }
    : { kind: 'stranger' };
