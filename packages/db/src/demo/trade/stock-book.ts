import {
  addDelta,
  type Delta,
  type Balance as DomainBalance,
  deltasOf,
  emptyBalance,
  type StockKind,
} from '@tradeline/domain/inventory';
import type { InferInsertModel } from 'drizzle-orm';
import type { stock, stockEntries, warehouses } from '../../schema/index.ts';
import type { Catalogue } from '../catalogue/build.ts';
import { at, DAY } from '../clock.ts';
import { idsFrom } from '../ids.ts';

export type WarehouseRow = InferInsertModel<typeof warehouses>;
export type EntryRow = InferInsertModel<typeof stockEntries>;
export type Balance = { -readonly [Field in keyof DomainBalance]: number } & { safety: number };
export type Cause = {
  readonly type: string;
  readonly id: string;
  readonly actor: string;
  readonly at: number;
  readonly reason?: string;
  /** Of goods that came back. */
  readonly condition?: 'good' | 'damaged' | undefined;
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
  const balances = sites.map(() => catalogue.skus.map((): Balance => ({ ...emptyBalance, safety: 0 })));
  const entries: EntryRow[] = [];
  const of = (site: number, sku: number): Balance => balances[site]![sku]!;

  /** Moves one balance and writes its row of the ledger; a balance that would promise more than is there is a bug of the caller. */
  const write = (site: number, sku: number, kind: StockKind, delta: Delta, cause: Cause, other?: number): void => {
    const balance = Object.assign(of(site, sku), addDelta(of(site, sku), delta));
    const { onHand, reserved, allocated, quarantine, inTransitIn, inTransitOut } = balance;
    if (Math.min(reserved, allocated, quarantine, inTransitIn, inTransitOut) < 0 || reserved + allocated > onHand)
      throw new Error(`the demo oversold ${catalogue.skus[sku]!.row.itemNumber}: ${kind} ${JSON.stringify(balance)}`);
    entries.push({
      skuId: catalogue.skus[sku]!.row.id,
      warehouseId: sites[site]!.id,
      kind,
      ...addDelta(emptyBalance, delta),
      counterpart: other === undefined ? null : sites[other]!.id,
      causeType: cause.type,
      causeId: cause.id,
      reason: cause.reason ?? null,
      actor: cause.actor,
      at: at(cause.at),
    });
  };

  /** Books one entry of the domain's ledger; a leg of a transfer names the other site. */
  const move = (site: number, sku: number, kind: StockKind, quantity: number, cause: Cause, other?: number): void => {
    const { here, there } = deltasOf({ kind, quantity, condition: cause.condition });
    write(site, sku, kind, here, cause, other);
    if (there) write(other!, sku, kind, there, cause, site);
  };

  return {
    of,
    move,
    entries,
    available: (site: number, sku: number): number => {
      const { onHand, reserved, allocated } = of(site, sku);
      return onHand - reserved - allocated;
    },
    /** Units that can still be promised, over all sites. */
    everywhere: (sku: number): number =>
      sites.reduce((units, _, site) => {
        const { onHand, reserved, allocated } = of(site, sku);
        return units + onHand - reserved - allocated;
      }, 0),
    rows: (): InferInsertModel<typeof stock>[] =>
      sites.flatMap((site, s) =>
        catalogue.skus.map(({ row }, i) => ({ skuId: row.id, warehouseId: site.id, ...of(s, i) })),
      ),
  };
};
export type StockBook = ReturnType<typeof openStockBook>;
