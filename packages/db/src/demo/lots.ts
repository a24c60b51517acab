import type { LotTracking } from '@tradeline/domain/inventory';
import type { InferInsertModel } from 'drizzle-orm';
import type { lotEntries, lotStock, lots, shipmentLines, stock } from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { TradeRows } from './trade/rows.ts';
import type { EntryRow } from './trade/stock-book.ts';

export type LotLife = {
  /** How the stock of a product is kept. */
  readonly trackingOf: (productId: string) => LotTracking;
  readonly lots: InferInsertModel<typeof lots>[];
  readonly stock: InferInsertModel<typeof lotStock>[];
  readonly entries: InferInsertModel<typeof lotEntries>[];
  readonly shipmentLines: InferInsertModel<typeof shipmentLines>[];
  /** The balances with what has ended set aside, and the entries that did it. */
  readonly balances: InferInsertModel<typeof stock>[];
  readonly setAside: EntryRow[];
};
type StockRow = { skuId: string; warehouseId: string } & Partial<
  Record<'onHand' | 'reserved' | 'allocated' | 'quarantine' | 'inTransitIn' | 'inTransitOut', number | undefined>
>;
type Trade = Pick<TradeRows, 'shipmentLines' | 'orderLines'> & {
  readonly stock: readonly StockRow[];
  readonly stockEntries: readonly EntryRow[];
};

/** So many products of food are kept by lot, and so many of their last parcels name the lot that was sent. */
const PRODUCTS = 4;
const PARCELS = 8;
/** Days until the lots of a SKU end: one has ended, one ends soon, one keeps long. */
const ENDS = [-3, 12, 240] as const;

/** Food is kept by lot with a day; of every SKU some has ended and some ends soon, and parcels tell which lot they had. */
export const buildLots = (seed: number, now: number, catalogue: Catalogue, trade: Trade): LotLife => {
  const ids = idsFrom(seed, 'lots');
  const food = catalogue.categories.find(({ slug }) => slug === 'food')?.id;
  const leaves = new Set(
    catalogue.categories.filter(({ id, parentId }) => id === food || parentId === food).map(({ id }) => id),
  );
  const kept = catalogue.products.filter(({ row }) => leaves.has(row.categoryId)).slice(0, PRODUCTS);
  const keptIds = new Set(kept.map(({ row }) => row.id));
  const made = kept.flatMap(({ skus }) => skus).flatMap(({ row }) => ofSku(row.id, now, ids, trade));
  const sentOf = new Map(made.flatMap(({ sent }) => sent).map((one) => [one.id, one.lots]));
  return {
    trackingOf: (productId) => (keptIds.has(productId) ? 'lot-expiry' : 'none'),
    lots: made.flatMap((one) => one.lots),
    stock: made.flatMap((one) => one.stock),
    entries: made.flatMap((one) => one.entries),
    balances: trade.stock.map((row) => {
      const ended = made.flatMap(({ setAside }) => setAside).find((one) => isOf(one, row))?.quarantine ?? 0;
      return { ...row, onHand: (row.onHand ?? 0) - ended, quarantine: (row.quarantine ?? 0) + ended };
    }),
    setAside: made.flatMap((one) => one.setAside),
    shipmentLines: trade.shipmentLines.map((line) => ({ ...line, lots: sentOf.get(line.id) ?? null })),
  };
};

const isOf = (one: { skuId: string; warehouseId: string }, row: { skuId: string; warehouseId: string }): boolean =>
  one.skuId === row.skuId && one.warehouseId === row.warehouseId;

const nothing = { onHand: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 };

const ofSku = (skuId: string, now: number, ids: (at: number) => string, trade: Trade) => {
  const own = ENDS.map((days) => {
    const day = at(now + days * DAY).slice(0, 10);
    return {
      id: ids(now - 90 * DAY),
      skuId,
      code: `L${day.slice(2).replaceAll('-', '')}`,
      expiresOn: day,
      createdAt: at(now - 90 * DAY),
    };
  });
  const [old, soon, late] = own as [(typeof own)[number], (typeof own)[number], (typeof own)[number]];
  const stock = trade.stock
    .filter((row) => row.skuId === skuId)
    .flatMap((row) => {
      const onHand = row.onHand ?? 0;
      const promised = (row.reserved ?? 0) + (row.allocated ?? 0);
      const [ended, near] = [Math.min(Math.floor(onHand / 20), onHand - promised), Math.floor(onHand / 5)];
      const rest = {
        quarantine: row.quarantine ?? 0,
        inTransitIn: row.inTransitIn ?? 0,
        inTransitOut: row.inTransitOut ?? 0,
      };
      const place = { warehouseId: row.warehouseId };
      return [
        { ...place, lotId: old.id, ...nothing, onHand: ended },
        { ...place, lotId: soon.id, ...nothing, onHand: near },
        { ...place, lotId: late.id, ...rest, onHand: onHand - ended - near },
      ].filter((one) => one.onHand + one.quarantine + one.inTransitIn + one.inTransitOut > 0);
    });
  const shipped = trade.stockEntries.filter((entry) => entry.skuId === skuId && entry.kind === 'ship').slice(-PARCELS);
  const cause = { causeType: 'lot-tracking', causeId: skuId, actor: 'demo', at: at(now - 90 * DAY) };
  const entries = [
    ...stock.map((row) => ({ ...row, ...cause, kind: 'open' })),
    ...shipped.flatMap(({ warehouseId, onHand = 0, causeType, causeId, actor, at: when }) => [
      { ...nothing, ...cause, lotId: soon.id, warehouseId, kind: 'open', onHand: -onHand },
      { ...nothing, lotId: soon.id, warehouseId, kind: 'ship', onHand, causeType, causeId, actor, at: when },
    ]),
  ];
  const sent = shipped.flatMap(({ causeId, onHand = 0 }) => {
    const orderId = causeId.split(':')[0];
    const lines = trade.orderLines
      .filter((line) => line.orderId === orderId && line.skuId === skuId)
      .map(({ id }) => id);
    const parcel = trade.shipmentLines.find((line) => lines.includes(line.orderLineId) && line.quantity === -onHand);
    return parcel
      ? [{ id: parcel.id, lots: [{ code: soon.code, expiresOn: soon.expiresOn, quantity: parcel.quantity }] }]
      : [];
  });
  // The day turned, and what had ended was set aside.
  const aside = stock
    .filter((row) => row.lotId === old.id)
    .map(({ warehouseId, onHand: units }): EntryRow & { quarantine: number } => ({
      ...{ skuId, warehouseId, kind: 'quarantine', onHand: -units, reserved: 0, allocated: 0, quarantine: units },
      ...{ inTransitIn: 0, inTransitOut: 0, counterpart: null, causeType: 'lot-ended', causeId: ids(now - 2 * DAY) },
      ...{ actor: 'system', reason: 'expired', at: at(now - 2 * DAY) },
    }));
  return [
    {
      ...{ lots: own, sent, setAside: aside },
      stock: stock.map((row) =>
        row.lotId === old.id ? { ...row, onHand: 0, quarantine: row.quarantine + row.onHand } : row,
      ),
      entries: [
        ...entries,
        ...aside.map(({ warehouseId, kind, onHand, quarantine, causeType, causeId, actor, at: when }) => ({
          ...{ ...nothing, lotId: old.id, warehouseId, kind, onHand, quarantine },
          ...{ causeType, causeId, actor, at: when },
        })),
      ],
    },
  ];
};
