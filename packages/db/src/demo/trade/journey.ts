import type { ClosedLine, OrderFacts, OrderRole, PaymentTerms, PricedOrder } from '@tradeline/domain/order';
import type { InferInsertModel } from 'drizzle-orm';
import type { reservations, shipments } from '../../schema/index.ts';
import type { Ids } from '../ids.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { Wish } from './demand.ts';
import type { TradeRows } from './rows.ts';
import type { StockBook, WarehouseRow } from './stock-book.ts';

/** Who acts; `id` stays null for the system and for carriers. */
export type Actor = {
  readonly type: 'buyer' | 'staff' | 'system';
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly OrderRole[];
};

/** Where the units of a line are held: one warehouse per line. */
export type Hold = {
  readonly wish: Wish;
  readonly site: number;
  readonly lineId: string;
  readonly row: InferInsertModel<typeof reservations>;
};
export type ShipmentRow = InferInsertModel<typeof shipments>;

/** An order on its way: what the domain knows of it and what is written of it so far. */
export type Journey = {
  readonly id: string;
  readonly number: string;
  readonly customer: DemoCustomer;
  readonly buyer: Actor;
  readonly priced: PricedOrder;
  readonly placedAt: number;
  readonly holds: readonly Hold[];
  readonly shipments: Map<string, ShipmentRow>;
  facts: OrderFacts;
  confirmedAt?: number;
  closedAt?: number;
  /** The day it was wished for, where chance does not say. */
  wishedOn?: string;
  /** What fell off its lines with units that are never sent. */
  closed?: readonly ClosedLine[];
};

export type Placement = {
  readonly customer: DemoCustomer;
  readonly buyer: Actor;
  readonly parts: readonly { readonly wish: Wish; readonly site: number }[];
  readonly priced: PricedOrder;
  readonly terms: PaymentTerms;
  readonly at: number;
};
export type Parcel = { readonly site: number; readonly carrier: string; readonly trackingNumber: string };
export type JourneyContext = {
  readonly rows: TradeRows;
  readonly book: StockBook;
  readonly warehouses: readonly WarehouseRow[];
  readonly ids: Ids;
  readonly now: number;
};

/** How an actor is named in a ledger: type and id, never a name that may change. */
export const ledgerName = (actor: Actor): string => (actor.id ? `${actor.type}:${actor.id}` : actor.type);
