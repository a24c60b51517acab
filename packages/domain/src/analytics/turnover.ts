import { addDays, type Instant } from '../kernel/index.ts';

export type TurnoverInput = {
  /** Cost of goods sold in the time looked at, in minor units. */
  readonly cogs: number;
  /** Value of stock at the start and at the end of every month (or of the whole time), in minor units, at cost. */
  readonly stockValues: readonly number[];
  readonly days: number;
  /** Net sales without tax, for the return on stock. */
  readonly sales?: number | undefined;
};
export type Turnover = {
  readonly averageStock: number;
  /** How often the average stock was sold in the time looked at; absent when there was no stock. */
  readonly turns?: number;
  /** Days the average stock lasts at that pace; absent when nothing was sold. */
  readonly daysOfStock?: number;
  /** Gross margin for each unit of money that lay in stock. */
  readonly gmroi?: number;
};

export const turnover = ({ cogs, stockValues, days, sales }: TurnoverInput): Turnover => {
  const averageStock =
    stockValues.length === 0 ? 0 : stockValues.reduce((sum, value) => sum + value, 0) / stockValues.length;
  const turns = averageStock > 0 ? cogs / averageStock : undefined;
  return {
    averageStock,
    ...(turns === undefined ? {} : { turns }),
    ...(turns === undefined || turns <= 0 ? {} : { daysOfStock: days / turns }),
    ...(sales === undefined || averageStock <= 0 ? {} : { gmroi: (sales - cogs) / averageStock }),
  };
};

export type StockAge = {
  readonly skuId: string;
  readonly onHand: number;
  readonly unitCost: number;
  readonly lastSaleAt?: Instant | undefined;
  /** When the goods first came in: what never sold is judged from here. */
  readonly firstReceiptAt: Instant;
};
export type DeadStock = {
  readonly skuId: string;
  readonly onHand: number;
  readonly value: number;
  readonly since: Instant;
  readonly everSold: boolean;
};

/** Goods on hand without a sale for so many days (180 unless said), most value first. New goods are given as long. */
export const deadStock = (items: readonly StockAge[], now: Instant, days = 180): readonly DeadStock[] =>
  items
    .map((item) => ({ item, since: item.lastSaleAt ?? item.firstReceiptAt }))
    .filter(({ item, since }) => item.onHand > 0 && addDays(since, days) <= now)
    .map(({ item, since }) => ({
      skuId: item.skuId,
      onHand: item.onHand,
      value: item.onHand * item.unitCost,
      since,
      everSold: item.lastSaleAt !== undefined,
    }))
    .toSorted((a, b) => b.value - a.value || (a.skuId < b.skuId ? -1 : 1));
