import type { InferInsertModel } from 'drizzle-orm';
import type { stock, stockEntries, warehouses } from '../../schema/index.ts';
import type { Catalogue } from '../catalogue/build.ts';
import { at, DAY } from '../clock.ts';
import { idsFrom } from '../ids.ts';

export type WarehouseRow = InferInsertModel<typeof warehouses>;
export type EntryRow = InferInsertModel<typeof stockEntries>;
export type Balance = { onHand: number; reserved: number; allocated: number; safety: number };
export type Change = { readonly onHand?: number; readonly reserved?: number; readonly allocated?: number };
export type Cause = {
  readonly type: string;
  readonly id: string;
  readonly actor: string;
  readonly at: number;
  readonly reason?: string;
};

const sites: readonly (readonly [code: string, zh: string, en: string, region: string, address: string])[] = [
  ['HZ', '杭州主仓', 'Hangzhou main warehouse', '浙江', '浙江省杭州市余杭区仓前街道物流园 3 号库'],
  ['GZ', '广州仓', 'Guangzhou warehouse', '广东', '广东省广州市白云区太和镇物流中心 B2'],
  ['CD', '成都仓', 'Chengdu warehouse', '四川', '四川省成都市青白江区国际铁路港 6 号库'],
];

export const buildWarehouses = (seed: number, opened: number): WarehouseRow[] => {
  const ids = idsFrom(seed, 'warehouses');
  return sites.map(([code, zh, en, region, address], priority) => ({
    id: ids(opened - 800 * DAY),
    code,
    name: { zh, en },
    region,
    address,
    priority,
    active: true,
  }));
};

/** Balances of every SKU in every warehouse and the ledger that they are the fold of. */
export const openStockBook = (catalogue: Catalogue, sites: readonly WarehouseRow[]) => {
  const balances = sites.map(() =>
    catalogue.skus.map((): Balance => ({ onHand: 0, reserved: 0, allocated: 0, safety: 0 })),
  );
  const entries: EntryRow[] = [];
  const of = (site: number, sku: number): Balance => balances[site]![sku]!;

  /** Writes one entry and moves the balance with it; a balance that would promise more than is there is a bug of the caller. */
  const move = (site: number, sku: number, kind: string, change: Change, cause: Cause): void => {
    const balance = of(site, sku);
    const { onHand = 0, reserved = 0, allocated = 0 } = change;
    balance.onHand += onHand;
    balance.reserved += reserved;
    balance.allocated += allocated;
    if (balance.reserved < 0 || balance.allocated < 0 || balance.reserved + balance.allocated > balance.onHand)
      throw new Error(`the demo oversold ${catalogue.skus[sku]!.row.itemNumber}: ${kind} ${JSON.stringify(balance)}`);
    entries.push({
      skuId: catalogue.skus[sku]!.row.id,
      warehouseId: sites[site]!.id,
      kind,
      onHand,
      reserved,
      allocated,
      causeType: cause.type,
      causeId: cause.id,
      reason: cause.reason ?? null,
      actor: cause.actor,
      at: at(cause.at),
    });
  };

  return {
    of,
    move,
    entries,
    available: (site: number, sku: number): number => {
      const { onHand, reserved, allocated } = of(site, sku);
      return onHand - reserved - allocated;
    },
    rows: (): InferInsertModel<typeof stock>[] =>
      sites.flatMap((site, s) =>
        catalogue.skus.map(({ row }, i) => ({ skuId: row.id, warehouseId: site.id, ...of(s, i) })),
      ),
  };
};
export type StockBook = ReturnType<typeof openStockBook>;
