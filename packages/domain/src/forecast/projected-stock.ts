import type { Forecast } from './forecast.ts';

/** Goods that come in during a period; 0 is the first one forecast. A time within a period counts from the next. */
export type Receipt = { readonly period: number; readonly quantity: number };

/** Stock expected at the end of a period. Below 0: owed to customers. */
export type CurvePoint = {
  readonly period: number;
  readonly demand: number;
  readonly received: number;
  readonly withoutOrder: number;
  readonly withOrder: number;
  /** Standard error of either. */
  readonly sigma: number;
};

export type Projected = {
  readonly forecast: Pick<Forecast, 'forecast' | 'sigma'>;
  readonly available: number;
  readonly onOrder: readonly Receipt[];
};

/** How stock is expected to run over the forecast, with what is on order, and with one more order that `arrives`. */
export const projectStock = (
  { forecast, available, onOrder }: Projected,
  order?: { readonly arrives: number; readonly quantity: number },
): readonly CurvePoint[] => {
  let [stock, extra, variance] = [available, 0, 0];
  return forecast.forecast.map((demand, period) => {
    const comesIn = (when: number): boolean => (period === 0 ? when <= 0 : when > period - 1 && when <= period);
    const received = onOrder.reduce((sum, one) => sum + (comesIn(one.period) ? one.quantity : 0), 0);
    stock += received - demand;
    if (order && comesIn(order.arrives)) extra = order.quantity;
    variance += forecast.sigma[period]! ** 2;
    return { period, demand, received, withoutOrder: stock, withOrder: stock + extra, sigma: Math.sqrt(variance) };
  });
};
