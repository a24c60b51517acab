import type { InferInsertModel } from 'drizzle-orm';
import type {
  creditEntries,
  orderEvents,
  orderLines,
  orderReviews,
  orders,
  outbox,
  payments,
  reservations,
  shipmentLines,
  shipments,
} from '../../schema/index.ts';

/** Everything a year of trade leaves behind, in the order in which it happened. */
export type TradeRows = {
  readonly orders: InferInsertModel<typeof orders>[];
  readonly orderLines: InferInsertModel<typeof orderLines>[];
  readonly orderEvents: InferInsertModel<typeof orderEvents>[];
  readonly orderReviews: InferInsertModel<typeof orderReviews>[];
  readonly reservations: InferInsertModel<typeof reservations>[];
  readonly shipments: InferInsertModel<typeof shipments>[];
  readonly shipmentLines: InferInsertModel<typeof shipmentLines>[];
  readonly payments: InferInsertModel<typeof payments>[];
  readonly creditEntries: InferInsertModel<typeof creditEntries>[];
  readonly outbox: InferInsertModel<typeof outbox>[];
};

export const noRows = (): TradeRows => ({
  orders: [],
  orderLines: [],
  orderEvents: [],
  orderReviews: [],
  reservations: [],
  shipments: [],
  shipmentLines: [],
  payments: [],
  creditEntries: [],
  outbox: [],
});
