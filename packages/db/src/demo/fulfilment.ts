import { byWalk, carrierCodeOf } from '@tradeline/domain/fulfilment';
import type { InferInsertModel } from 'drizzle-orm';
import type { pickLines, pickLists, trackingEvents } from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY, HOUR } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { TradeRows } from './trade/rows.ts';
import type { Shorts } from './trade/standing-rests.ts';

export type FulfilmentLife = {
  readonly lists: InferInsertModel<typeof pickLists>[];
  readonly lines: InferInsertModel<typeof pickLines>[];
  readonly news: InferInsertModel<typeof trackingEvents>[];
};
type Rows = Pick<TradeRows, 'orders' | 'reservations' | 'shipments'> & {
  shorts: Shorts;
  stockLife: {
    bins: readonly { id: string; warehouseId: string; zone: string; code: string }[];
    binGoods: readonly { binId: string; skuId: string }[];
  };
};

/** Orders on the list that is being walked when the company opens. */
const ON_LIST = 5;
/** Parcels of the last days have told where they are. */
const TOLD_DAYS = 12;

/** What the warehouse's day looks like: a list that is half walked, and parcels whose carriers have spoken. */
export const buildFulfilment = (
  seed: number,
  now: number,
  rows: Rows,
  catalogue: Catalogue,
  warehouseId: string,
  keeper: string,
): FulfilmentLife => {
  const ids = idsFrom(seed, 'fulfilment');
  const itemNumbers = new Map(
    catalogue.products.flatMap(({ skus }) => skus.map(({ row }) => [row.id, row.itemNumber] as const)),
  );
  const placeOf = (skuId: string) =>
    rows.stockLife.bins
      .filter(
        (bin) =>
          bin.warehouseId === warehouseId &&
          rows.stockLife.binGoods.some((goods) => goods.binId === bin.id && goods.skuId === skuId),
      )
      .toSorted((a, b) => (`${a.zone} ${a.code}` < `${b.zone} ${b.code}` ? -1 : 1))[0];
  const waiting = rows.reservations.filter(
    (held) => held.warehouseId === warehouseId && held.state === 'allocated' && !held.picked,
  );
  // Orders of which something was short have been on a list.
  const missed = new Set(waiting.filter(({ id }) => rows.shorts.has(id)).map(({ orderId }) => orderId));
  const orderIds = [...new Set([...missed, ...waiting.map(({ orderId }) => orderId).sort()])].slice(0, ON_LIST);
  const listId = ids(now);
  const lists =
    orderIds.length === 0
      ? []
      : [
          {
            ...{ id: listId, number: 'PL-100000', warehouseId, groupedBy: 'none', groupKey: null, state: 'open' },
            ...{ createdByName: keeper, createdAt: at(now - 2 * HOUR) },
          },
        ];
  const stops = waiting
    .filter(({ orderId }) => orderIds.includes(orderId))
    .map((held) => {
      const bin = placeOf(held.skuId);
      return {
        held,
        slot: orderIds.indexOf(held.orderId) + 1,
        ...{ zone: bin?.zone ?? null, bin: bin?.code ?? null, itemNumber: itemNumbers.get(held.skuId) ?? '' },
      };
    })
    .toSorted((a, b) => byWalk(a, b) || a.slot - b.slot || (a.held.id < b.held.id ? -1 : 1));
  const lines = stops.map(({ held, slot, zone, bin }, index): FulfilmentLife['lines'][number] => {
    const short = rows.shorts.get(held.id);
    return {
      ...{ id: ids(now), listId, position: index + 1, slot, zone, bin, quantity: held.quantity + (short?.units ?? 0) },
      ...{ orderId: held.orderId, orderLineId: held.orderLineId, reservationId: held.id, skuId: held.skuId },
      ...{ short: short?.units ?? 0, shortReason: short?.reason ?? null, shortRest: short?.rest ?? null },
      ...{ doneByName: short ? keeper : null, doneAt: short?.at ?? null },
    };
  });
  return { lists, lines, news: rows.shipments.flatMap((parcel) => told(parcel, now, ids)) };
};

/** A recent parcel of a carrier that can be asked; it was subscribed to when it left, so nobody asks anew. */
const told = (
  parcel: Rows['shipments'][number],
  now: number,
  ids: (millis: number) => string,
): FulfilmentLife['news'] => {
  const code = carrierCodeOf(parcel.carrier);
  const left = Date.parse(parcel.shippedAt ?? '');
  if (!code || !parcel.trackingNumber || left < now - TOLD_DAYS * DAY) return [];
  Object.assign(parcel, { carrierCode: code, subscribedAt: parcel.shippedAt });
  if (parcel.state !== 'in-transit' && parcel.state !== 'delivered') return [];
  const arrived = parcel.deliveredAt ? Date.parse(parcel.deliveredAt) : undefined;
  const say = (kind: string, moment: number, text: string) => ({
    ...{ id: ids(now), shipmentId: parcel.id, kind, at: at(moment), text, heardAt: at(moment), heardBy: 'push' },
  });
  const span = (arrived ?? now) - left;
  return [
    say('accepted', left + span * 0.1, '快件已由发货网点揽收'),
    say('in-transit', left + span * 0.4, '快件已到达转运中心，正发往目的地'),
    ...(arrived
      ? [
          say('out-for-delivery', left + span * 0.85, '快递员正在派送，请保持电话畅通'),
          say('delivered', arrived, '快件已签收，签收人：前台'),
        ]
      : []),
  ];
};
