import {
  type LotBalance,
  type LotFigures,
  type LotPart,
  type LotProblem,
  type LotTracking,
  lotDeltasOf,
  movesGoods,
  type StockEntry,
  splitByLots,
} from '@tradeline/domain/inventory';
import { type Day, err, ok, type Result } from '@tradeline/domain/kernel';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { lotEntries, lots } from '../schema/index.ts';
import { insertMany } from './insert-many.ts';

/** An entry of the stock ledger, with the lots that somebody named for it. */
export type LotMovement = Pick<
  StockEntry,
  'kind' | 'quantity' | 'counterpart' | 'condition' | 'skuId' | 'warehouseId'
> & {
  cause: { type: string; id: string };
  actor: string;
  lots?: readonly LotPart[] | undefined;
};
export type LotAt = LotBalance & { skuId: string; warehouseId: string | null };
/** Goods kept by lot among those asked for, with all of their lots; the day is the shop's. */
export type LotsOfGoods = { itemNumber: string; tracking: LotTracking; today: Day; lots: LotAt[] };

/** Stands for the lot without a code until it is there. */
const NEW = '';
const nothing: LotFigures = { onHand: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 };

/** Lots of goods by SKU. Goods that are not kept by lot are not among them. */
export const lotsOfGoods = async (tx: Tx, skuIds: readonly string[]): Promise<Map<string, LotsOfGoods>> => {
  const rows = await tx.execute<
    Omit<LotAt, 'lotId' | 'code'> & {
      lotId: string | null;
      code: string | null;
      itemNumber: string;
      tracking: LotTracking;
      today: Day;
    }
  >(sql`
    select k.id as "skuId", k.item_number as "itemNumber", p.lot_tracking as tracking, l.id as "lotId", l.code, l.expires_on::text as "expiresOn",
      s.warehouse_id as "warehouseId", coalesce(s.on_hand, 0)::float8 as "onHand", coalesce(s.quarantine, 0)::float8 as quarantine,
      coalesce(s.in_transit_in, 0)::float8 as "inTransitIn", coalesce(s.in_transit_out, 0)::float8 as "inTransitOut",
      coalesce((select sum(b.units) from picked_lots b join reservations r on r.id = b.reservation_id
        where b.lot_id = l.id and r.warehouse_id = s.warehouse_id), 0)::float8 as picked,
      (now() at time zone coalesce((select time_zone from shop), 'Asia/Shanghai'))::date::text as today
    from skus k join products p on p.id = k.product_id and p.lot_tracking <> 'none'
    left join lots l on l.sku_id = k.id left join lot_stock s on s.lot_id = l.id
    where k.id = any(${`{${skuIds.join(',')}}`}::uuid[])`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.skuId)].map(([skuId, of]) => [
      skuId,
      {
        itemNumber: of[0]!.itemNumber,
        tracking: of[0]!.tracking,
        today: of[0]!.today,
        lots: of.flatMap(({ itemNumber: _, tracking: __, today: ___, lotId, code, ...row }) =>
          lotId === null || code === null ? [] : [{ ...row, lotId, code }],
        ),
      },
    ]),
  );
};

/** The lots of a SKU as one warehouse has them; those that it has nothing of are there too. */
export const lotsAt = ({ lots: all }: LotsOfGoods, warehouseId: string): LotBalance[] => [
  ...new Map(
    all
      .toSorted((a, b) => Number(a.warehouseId === warehouseId) - Number(b.warehouseId === warehouseId))
      .map((lot) => [lot.lotId, lot.warehouseId === warehouseId ? lot : { ...lot, ...nothing, picked: 0 }]),
  ).values(),
];

/** What goods that are on their way can be of: a lot that left the one end for the other. */
const arriving = (goods: LotsOfGoods, here: string, there: string | undefined): LotBalance[] => {
  const sent = new Map(lotsAt(goods, there ?? '').map((lot) => [lot.lotId, lot.inTransitOut]));
  return lotsAt(goods, here).map((lot) => ({
    ...lot,
    inTransitIn: Math.min(lot.inTransitIn, sent.get(lot.lotId) ?? 0),
  }));
};

/** Which lots an entry moves. Of goods that nobody noted a lot for, the lot without a code. */
export const lotPartsOf = (
  goods: LotsOfGoods,
  movement: LotMovement,
  plain: string,
): Result<readonly LotPart[], LotProblem> => {
  const coming = movement.kind === 'transfer-in' || movement.kind === 'transfer-loss';
  const there = coming
    ? arriving(goods, movement.warehouseId, movement.counterpart)
    : lotsAt(goods, movement.warehouseId);
  return splitByLots(movement, there, { named: movement.lots, plain, today: goods.today });
};

/** A lot that was named, as a code and a day: the one that is there, or a new one. */
export const openLot = async (
  tx: Tx,
  goods: LotsOfGoods,
  { skuId, code, expiresOn }: { skuId: string; code: string; expiresOn: Day | null },
): Promise<Result<string, LotProblem>> => {
  const day = goods.tracking === 'lot-expiry' ? expiresOn : null;
  const known = goods.lots.find((lot) => lot.code === code);
  if (known)
    return goods.tracking === 'lot-expiry' && expiresOn !== null && known.expiresOn !== expiresOn
      ? err({ kind: 'lot-expiry-differs', code, expiresOn: known.expiresOn })
      : ok(known.lotId);
  if (goods.tracking === 'lot-expiry' && code !== '' && day === null) return err({ kind: 'lot-expiry-missing', code });
  const id = newId();
  const [made] = await tx
    .insert(lots)
    .values({ id, skuId, code, expiresOn: day })
    .onConflictDoNothing()
    .returning({ id: lots.id });
  const lotId =
    made?.id ??
    (await tx.execute<{ id: string }>(sql`select id from lots where sku_id = ${skuId} and code = ${code}`))[0]!.id;
  goods.lots.push({ lotId, skuId, code, expiresOn: day, warehouseId: null, ...nothing, picked: 0 });
  return ok(lotId);
};

/**
 * Moves the lots of entries whose balances have been moved, and so are locked: false when a named one has not so much. Entries
 * that only promise goods ask nothing of the database.
 */
export const moveLots = async (tx: Tx, movements: readonly LotMovement[]): Promise<boolean> => {
  const physical = movements.filter(movesGoods);
  if (physical.length === 0) return true;
  const goods = await lotsOfGoods(tx, [...new Set(physical.map(({ skuId }) => skuId))]);
  if (goods.size === 0) return true;
  const rows: (typeof lotEntries.$inferInsert)[] = [];
  for (const movement of physical) {
    const own = goods.get(movement.skuId);
    if (!own) continue;
    const parts = await partsOf(tx, own, movement);
    if (!parts.ok) return false;
    for (const { lotId, quantity } of parts.value) {
      const { here, there } = lotDeltasOf(movement, quantity);
      rows.push(rowOf(movement, lotId, movement.warehouseId, here));
      apply(own, lotId, movement.warehouseId, here);
      if (!there || movement.counterpart === undefined) continue;
      rows.push(rowOf(movement, lotId, movement.counterpart, there));
      apply(own, lotId, movement.counterpart, there);
    }
  }
  await writeLotEntries(tx, rows);
  return true;
};

const partsOf = async (tx: Tx, goods: LotsOfGoods, movement: LotMovement) => {
  const known = goods.lots.find(({ code }) => code === '')?.lotId;
  const parts = lotPartsOf(goods, movement, known ?? NEW);
  if (known || !parts.ok || parts.value.every(({ lotId }) => lotId !== NEW)) return parts;
  const plain = await openLot(tx, goods, { skuId: movement.skuId, code: '', expiresOn: null });
  return plain.ok
    ? ok(parts.value.map((part) => (part.lotId === NEW ? { ...part, lotId: plain.value } : part)))
    : plain;
};

const rowOf = (movement: LotMovement, lotId: string, warehouseId: string, delta: LotFigures) => ({
  ...{ lotId, warehouseId, kind: movement.kind, ...delta },
  ...{ causeType: movement.cause.type, causeId: movement.cause.id, actor: movement.actor },
});

/** What the next entry of the same moment finds. */
const apply = (goods: LotsOfGoods, lotId: string, warehouseId: string, delta: LotFigures): void => {
  const of = goods.lots.find((one) => one.lotId === lotId)!;
  const lot = goods.lots.find((one) => one.lotId === lotId && one.warehouseId === warehouseId) ?? {
    ...of,
    ...nothing,
    ...{ warehouseId, picked: 0 },
  };
  const after = {
    ...lot,
    onHand: lot.onHand + delta.onHand,
    quarantine: lot.quarantine + delta.quarantine,
    inTransitIn: lot.inTransitIn + delta.inTransitIn,
    inTransitOut: lot.inTransitOut + delta.inTransitOut,
  };
  goods.lots = [...goods.lots.filter((one) => one !== lot), after];
};

/** Writes the ledger of lots and moves what lies of them; that nothing falls below nothing, the table itself sees to. */
export const writeLotEntries = async (tx: Tx, rows: readonly (typeof lotEntries.$inferInsert)[]): Promise<void> => {
  await insertMany(tx, lotEntries, rows);
  await tx.execute(sql`
    insert into lot_stock as s (lot_id, warehouse_id)
    select distinct v."lotId", v."warehouseId" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v("lotId" uuid, "warehouseId" uuid)
    order by 1, 2 on conflict do nothing`);
  await tx.execute(sql`
    update lot_stock s set on_hand = s.on_hand + v.on_hand, quarantine = s.quarantine + v.quarantine,
      in_transit_in = s.in_transit_in + v.coming, in_transit_out = s.in_transit_out + v.going
    from (select "lotId", "warehouseId", sum("onHand") as on_hand, sum(quarantine) as quarantine, sum("inTransitIn") as coming,
            sum("inTransitOut") as going
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as r("lotId" uuid, "warehouseId" uuid, "onHand" bigint, quarantine bigint, "inTransitIn" bigint, "inTransitOut" bigint)
          group by 1, 2) v
    where s.lot_id = v."lotId" and s.warehouse_id = v."warehouseId"`);
};
