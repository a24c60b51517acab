import { parseArgs } from 'node:util';
import { type AllocationPolicy, allocateStock, allocationPolicies, type SkipReason } from '@tradeline/domain/inventory';
import { readCsv } from './lib/csv.ts';
import { runScript } from './lib/run-script.ts';
import { readSites, readStockOrders, without } from './lib/stock-csv.ts';

const USAGE = `usage: allocate-stock <order.csv> <stock.csv> [options]
  --policy <name>   ${allocationPolicies.join(', ')} (default min-split)
  --partial         send what there is instead of nothing
  --pickup <name>   the warehouse the customer collects from
  --keeps-until <day>  leave out lots that expire on or before this day
order: order, sku, quantity
stock: warehouse, sku, on_hand, reserved, cost, rank, lot, expires, closed (why the warehouse may not send)`;

const isPolicy = (name: string): name is AllocationPolicy => allocationPolicies.some((policy) => policy === name);

const why = (reason: SkipReason): string => {
  switch (reason.kind) {
    case 'excluded':
      return reason.why;
    case 'no-stock':
      return 'has none of it';
    case 'covered-before':
      return `what it has comes from ${reason.by.join(' and ')}`;
    case 'more-parcels':
      return `would make more than ${reason.needed} parcel${reason.needed === 1 ? '' : 's'}`;
    case 'costlier':
      return `as few parcels, but ${reason.cost} instead of ${reason.chosen}`;
  }
};

/** Which warehouse sends what for each order of a file, one order after the other, with the reason for each passed over. */
const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      policy: { type: 'string', default: 'min-split' },
      partial: { type: 'boolean', default: false },
      pickup: { type: 'string' },
      'keeps-until': { type: 'string' },
    },
  });
  const [orderPath, stockPath] = positionals;
  if (!orderPath || !stockPath || !isPolicy(values.policy)) {
    console.error(USAGE);
    return 1;
  }
  const { orders, problems } = readStockOrders(readCsv(orderPath));
  const stock = readSites(readCsv(stockPath));
  for (const problem of [...problems, ...stock.problems]) console.error(problem);
  let { sites } = stock;
  let refused = 0;
  for (const { order, lines } of orders) {
    const { policy, partial, pickup } = values;
    const plan = allocateStock({ lines, sites, policy, partial, pickup, expiresAfter: values['keeps-until'] });
    if (!plan.ok) {
      const short =
        plan.error.kind === 'stock-short'
          ? plan.error.short.map((line) => `${line.quantity} ${line.skuId}`).join(', ')
          : plan.error.skuId;
      console.log(`${order} refused: ${plan.error.kind} ${short}`);
      refused += 1;
      continue;
    }
    const { parts, warehouses, short, skipped } = plan.value;
    console.log(`${order} in ${warehouses.length} parcel${warehouses.length === 1 ? '' : 's'}`);
    for (const part of parts)
      console.log(
        `  ${part.warehouseId} sends ${part.quantity} ${part.skuId}${part.lotId ? ` of lot ${part.lotId}` : ''}`,
      );
    for (const line of short) console.log(`  owed ${line.quantity} ${line.skuId}`);
    for (const { warehouseId, reason } of skipped) console.log(`  not ${warehouseId}: ${why(reason)}`);
    sites = without(sites, parts);
  }
  return refused + problems.length + stock.problems.length > 0 ? 1 : 0;
};

runScript(main);
