import type { Balance, StockKind } from '@tradeline/domain/inventory';
import type { Instant } from '@tradeline/domain/kernel';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { buyers, orders, skus, staff, stockEntries, warehouses } from '../schema/index.ts';
import { unpromisedUnits } from './stock-figures.ts';

/** Figures of a balance that a ledger can be asked for; `available` is moved by three of them. */
export const stockFigures = [
  'onHand',
  'reserved',
  'allocated',
  'quarantine',
  'inTransitIn',
  'inTransitOut',
  'available',
] as const;
export type StockFigure = (typeof stockFigures)[number];

const moves = (figure: StockFigure) =>
  figure === 'available' ? sql`${unpromisedUnits('stock_entries')} <> 0` : sql`${stockEntries[figure]} <> 0`;

/** Ledgers name people as `staff:<id>` and `buyer:<id>`. */
const actorName = sql<string>`case
  when ${stockEntries.actor} ~ '^staff:[0-9a-f-]{36}$' then coalesce((select name from ${staff} where id = split_part(${stockEntries.actor}, ':', 2)::uuid), ${stockEntries.actor})
  when ${stockEntries.actor} ~ '^buyer:[0-9a-f-]{36}$' then coalesce((select name from ${buyers} where id = split_part(${stockEntries.actor}, ':', 2)::uuid), ${stockEntries.actor})
  else ${stockEntries.actor} end`;
/** A step of an order is a cause `<order id>:<version>`. */
const causingOrder = sql<{ id: string; number: string } | null>`case
  when ${stockEntries.causeId} ~ '^[0-9a-f-]{36}:[0-9]+$' then
    (select json_build_object('id', o.id, 'number', o.number) from ${orders} o where o.id = split_part(${stockEntries.causeId}, ':', 1)::uuid) end`;

export type LedgerRow = Balance & {
  seq: number;
  kind: StockKind;
  causeType: string;
  causeId: string;
  reason: string | null;
  /** The person's name; what acted without a person stands by its own name. */
  actor: string;
  at: Instant;
  warehouseName: Bilingual;
  itemNumber: string;
  /** The order whose step moved the goods. */
  order: { id: string; number: string } | null;
};

export const stockLedgerStore = {
  /** The ledger behind a balance, newest first; behind one of its figures, only what moved it. */
  entries: (
    tx: Tx,
    skuId: string,
    warehouseId: string | undefined,
    limit: number,
    figure?: StockFigure,
  ): Promise<LedgerRow[]> =>
    tx
      .select({
        seq: stockEntries.seq,
        kind: sql<StockKind>`${stockEntries.kind}`,
        onHand: stockEntries.onHand,
        reserved: stockEntries.reserved,
        allocated: stockEntries.allocated,
        quarantine: stockEntries.quarantine,
        inTransitIn: stockEntries.inTransitIn,
        inTransitOut: stockEntries.inTransitOut,
        causeType: stockEntries.causeType,
        causeId: stockEntries.causeId,
        reason: stockEntries.reason,
        actor: actorName,
        at: stockEntries.at,
        warehouseName: warehouses.name,
        itemNumber: skus.itemNumber,
        order: causingOrder,
      })
      .from(stockEntries)
      .innerJoin(warehouses, eq(warehouses.id, stockEntries.warehouseId))
      .innerJoin(skus, eq(skus.id, stockEntries.skuId))
      .where(
        and(
          eq(stockEntries.skuId, skuId),
          warehouseId ? eq(stockEntries.warehouseId, warehouseId) : undefined,
          figure ? moves(figure) : undefined,
        ),
      )
      .orderBy(desc(stockEntries.seq))
      .limit(limit),
};
