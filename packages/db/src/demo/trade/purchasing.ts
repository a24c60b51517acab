import type { Catalogue } from '../catalogue/build.ts';
import { DAY, HOUR } from '../clock.ts';
import type { Team } from '../people/staff.ts';
import type { buildSuppliers } from '../people/suppliers.ts';
import { type Random, randomFrom } from '../random.ts';
import { isSold, type WishedOrder } from './demand.ts';
import type { Schedule } from './schedule.ts';
import { siteOf } from './sites.ts';
import type { StockBook } from './stock-book.ts';

export type PurchasingOptions = {
  readonly seed: number;
  readonly opened: number;
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly suppliers: ReturnType<typeof buildSuppliers>;
  readonly team: Team;
  readonly wished: readonly WishedOrder[];
  readonly book: StockBook;
  readonly schedule: Schedule;
  readonly sites: number;
};

const WEEK = 7 * DAY;

/** Units wanted per day by site, SKU and week: what a buyer who knows his customers would expect. */
const expectation = ({ wished, opened, now, sites, catalogue }: PurchasingOptions) => {
  const weeks = Math.ceil((now - opened) / WEEK) + 1;
  const wanted = Array.from({ length: sites }, () => catalogue.skus.map(() => new Float64Array(weeks)));
  for (const { at, customer, wishes } of wished) {
    const week = Math.floor((at - opened) / WEEK);
    for (const { sku, quantity } of wishes) wanted[siteOf(customer)]![sku.index]![week]! += quantity;
  }
  /** Mean per day over some weeks before and after: the buyer sees the season coming, not the single order. */
  return (site: number, sku: number, millis: number): number => {
    const series = wanted[site]![sku]!;
    const week = Math.floor((millis - opened) / WEEK);
    const [from, to] = [Math.max(0, week - 5), Math.min(weeks - 1, week + 4)];
    let sum = 0;
    for (let w = from; w <= to; w++) sum += series[w]!;
    return sum / ((to - from + 1) * 7);
  };
};

/**
 * Opening stock, then once a week for every SKU and site an order up to a target when the stock will not last until
 * the next delivery. Suppliers are late now and then, so goods do run out; a tenth is bought too much of.
 */
export const startPurchasing = (options: PurchasingOptions): void => {
  const { seed, opened, now, catalogue, suppliers, team, book, schedule, sites } = options;
  const random = randomFrom(seed, 'purchasing');
  const expected = expectation(options);
  const onOrder = Array.from({ length: sites }, () => new Float64Array(catalogue.skus.length));
  const buyers = team.of('purchasing');
  const generous = catalogue.skus.map(() => (random.chance(0.1) ? 2.4 : 0.8 + 0.5 * random.next()));
  let orderNumber = 20_000;

  const batchOf = (sku: number, units: number): number => {
    const { cartonQuantity = 1, multiple = 1, minQuantity = 1 } = catalogue.skus[sku]!.row;
    const step = cartonQuantity > 1 && cartonQuantity % multiple === 0 ? cartonQuantity : multiple;
    return Math.max(1, Math.ceil(Math.max(units, minQuantity) / step)) * step;
  };

  const receive = (site: number, sku: number, units: number, cause: string, at: number, r: Random): void => {
    book.move(site, sku, 'receive', units, {
      type: cause === 'opening' ? 'opening' : 'purchase-order',
      id: cause,
      actor: `staff:${r.pick(buyers).id}`,
      at,
    });
  };

  for (const { index } of catalogue.skus)
    for (let site = 0; site < sites; site++) {
      const perDay = expected(site, index, opened + 3 * WEEK);
      const yearly = expected(site, index, (opened + now) / 2);
      book.of(site, index).safety = Math.round(perDay * 7 + yearly * 2);
      if (catalogue.skus[index]!.product.launchedAt <= opened)
        receive(site, index, batchOf(index, perDay * 32 * generous[index]!), 'opening', opened + HOUR, random);
    }

  const review = (site: number) => (at: number) => {
    for (const { index, product } of catalogue.skus) {
      if (!isSold(product, at + 14 * DAY)) continue;
      const lead = suppliers.of(product.goods.leaf).leadDays;
      const perDay = expected(site, index, at + lead * DAY);
      const position = book.available(site, index) + onOrder[site]![index]!;
      if (perDay > 0 && position > perDay * (lead + 16)) continue;
      if (perDay === 0 && position > 0) continue;
      const units = batchOf(index, Math.max(perDay * (lead + 34) * generous[index]! - position, 1));
      const late = random.chance(0.12) ? random.int(4, 16) : random.int(-2, 3);
      const number = `PO-${++orderNumber}`;
      onOrder[site]![index]! += units;
      schedule.add(at + (lead + late) * DAY + random.int(1, 7) * HOUR, (arrived) => {
        onOrder[site]![index]! -= units;
        receive(site, index, units, number, arrived, random);
      });
    }
    if (at + WEEK < now) schedule.add(at + WEEK, review(site));
  };
  for (let site = 0; site < sites; site++) schedule.add(opened + (1 + site) * DAY + 9 * HOUR, review(site));
};
