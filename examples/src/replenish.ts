import { parseArgs } from 'node:util';
import { forecast, mostUrgentFirst, type PlannedItem, replenish } from '@tradeline/domain/forecast';
import { readStock } from './lib/replenish-csv.ts';
import { runScript } from './lib/run-script.ts';
import { readSeries } from './lib/series-csv.ts';

const USAGE = `usage: replenish <series.csv> <stock.csv> [options]
  series.csv       id,season,V1,V2,… what each SKU sold, one row a SKU
  stock.csv        sku,warehouse,available,on_order,arrives_in,lead_time,lead_time_sd,review,carton,minimum,service,lot_periods
  --season <m>     periods in a season where the rows do not say
  --horizon <h>    periods looked ahead (default 12)
  --curve <sku>    the projected stock of one SKU, period by period, instead of the list`;

const whole = (value: number): string => String(Math.round(value));

const listLine = ({ skuId, siteId, plan: { now, order, runsOut } }: PlannedItem): string => {
  const when = order === undefined ? 'not needed yet' : order.period === 0 ? 'now' : `in ${order.period}`;
  const amount = order ? `${order.quantity}${order.cartons === undefined ? '' : ` (${order.cartons} cartons)`}` : '';
  const parts = order?.parts.map(({ part, amount: units }) => `${part} ${whole(units)}`).join(', ') ?? '';
  return [
    skuId,
    siteId,
    now.level,
    when,
    amount,
    whole(now.position),
    whole(now.reorderPoint),
    whole(now.safetyStock),
    now.by,
    runsOut === undefined ? '' : whole(runsOut),
    parts === '' ? '' : `"${parts}"`,
  ].join(',');
};

/** The purchase list of a file of sales and a file of stock: when, how much, why. */
const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { season: { type: 'string' }, horizon: { type: 'string', default: '12' }, curve: { type: 'string' } },
  });
  const [seriesPath, stockPath] = positionals;
  if (!seriesPath || !stockPath) {
    console.error(USAGE);
    return 2;
  }
  const [series, stock] = [readSeries(seriesPath), readStock(stockPath)];
  const problems = [...series.problems, ...stock.problems];
  const bySku = new Map(series.rows.map((row) => [row.id, row]));
  const items = stock.rows.flatMap(({ skuId, siteId, ...item }): PlannedItem[] => {
    const row = bySku.get(skuId);
    const made =
      row &&
      forecast(
        { values: row.values, season: row.season ?? Number(values.season ?? 1) },
        { horizon: Number(values.horizon), leadTime: item.leadTime },
      );
    if (!made?.ok) {
      problems.push(`${skuId}: ${made ? JSON.stringify(made.error) : `${seriesPath} has no such row`}`);
      return [];
    }
    const plan = replenish({ ...item, forecast: made.value });
    if (plan.ok) return [{ skuId, siteId, plan: plan.value }];
    problems.push(`${skuId} at ${siteId}: ${JSON.stringify(plan.error)}`);
    return [];
  });
  if (values.curve === undefined) {
    console.log('sku,warehouse,level,order,quantity,position,reorder_point,safety_stock,by,runs_out_in,quantity_is');
    for (const item of mostUrgentFirst(items)) console.log(listLine(item));
  } else {
    console.log('sku,warehouse,period,demand,received,without_order,with_order,error');
    for (const { skuId, siteId, plan } of items)
      for (const point of skuId === values.curve ? plan.curve : [])
        console.log(
          [
            skuId,
            siteId,
            point.period,
            ...[point.demand, point.received, point.withoutOrder, point.withOrder, point.sigma].map(whole),
          ].join(','),
        );
  }
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
};

runScript(main);
