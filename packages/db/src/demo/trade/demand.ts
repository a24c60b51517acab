import type { Catalogue } from '../catalogue/build.ts';
import { DAY, HOUR, midnight } from '../clock.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { Trade } from '../people/customers-table.ts';
import { type Random, randomFrom } from '../random.ts';
import { activity, seasonal } from './seasons.ts';

type Sku = Catalogue['skus'][number];

/** Whether goods are on offer at a moment: launched, and not yet taken off. */
export const isSold = ({ launchedAt, withdrawnAt, row }: Sku['product'], at: number): boolean =>
  launchedAt <= at && at < (withdrawnAt ?? Number.POSITIVE_INFINITY) && row.status !== 'draft';

export type Wish = { readonly sku: Sku; readonly quantity: number };
/** What a customer would like to order at a moment, whether or not it is in stock. */
export type WishedOrder = { readonly at: number; readonly customer: DemoCustomer; readonly wishes: readonly Wish[] };

/** Which categories a trade buys, by weight. */
const tastes: Record<Trade, Readonly<Record<string, number>>> = {
  hardware: { tools: 8, safety: 3, electrical: 4, household: 0.5 },
  construction: { electrical: 6, tools: 5, safety: 4 },
  safety: { safety: 9, tools: 2, apparel: 1.5 },
  office: { office: 9, food: 1.5, household: 1.5, mobile: 1, electrical: 0.5 },
  hotel: { household: 5, kitchen: 4, food: 3, apparel: 1.5, electrical: 1 },
  supermarket: { food: 8, household: 5, kitchen: 2.5, office: 1, apparel: 1.2, electrical: 0.8 },
  digital: { mobile: 9, electrical: 1.5, luggage: 2.5, office: 0.8 },
  fashion: { apparel: 8, luggage: 5, household: 0.4 },
  catering: { kitchen: 6, food: 6, household: 3, safety: 0.6 },
  property: { household: 6, electrical: 3, safety: 2, office: 1.5, tools: 1, food: 1 },
};

const appeal = (sku: Sku, customer: DemoCustomer): number =>
  (tastes[customer.trade][sku.product.category.slug] ?? 0.06) * (sku.product.goods.pull ?? 1) * sku.share;

/** The goods a customer keeps coming back to: chosen once, each with its own weight. */
const favouritesOf = (
  customer: DemoCustomer,
  skus: readonly Sku[],
  random: Random,
): readonly { sku: Sku; weight: number }[] => {
  // Weighted sampling without replacement by exponential keys (Efraimidis and Spirakis 2006).
  const keyed = skus.map((sku) => ({ sku, key: -Math.log(1 - random.next()) / appeal(sku, customer) }));
  return keyed
    .sort((a, b) => a.key - b.key || a.sku.index - b.sku.index)
    .slice(0, 18 + customer.size * 9)
    .map(({ sku }) => ({ sku, weight: Math.exp(0.7 * random.normal()) }));
};

/** Whole multiples, cartons where the customer is large enough, at least the minimum. */
export const orderable = (sku: Sku, wanted: number): number => {
  const { minQuantity = 1, multiple = 1, cartonQuantity = 1, maxQuantity } = sku.row;
  const step = wanted >= 0.75 * cartonQuantity && cartonQuantity % multiple === 0 ? cartonQuantity : multiple;
  const quantity = Math.max(Math.round(wanted / step) * step, Math.ceil(minQuantity / step) * step);
  return Math.min(quantity, maxQuantity ?? quantity);
};

const lineBudget = (customer: DemoCustomer, random: Random): number =>
  (16_000 + customer.size ** 1.75 * 2_600) * Math.exp(0.65 * random.normal());

const basket = (
  customer: DemoCustomer,
  at: number,
  favourites: ReturnType<typeof favouritesOf>,
  pool: readonly Sku[],
  random: Random,
): Wish[] => {
  const count = Math.min(15, 3 + Math.floor(-Math.log(1 - random.next()) * (1.6 + customer.size * 0.45)));
  const inSeason = (sku: Sku): number => seasonal(sku.product.goods.season ?? 'steady', at);
  const wanted = favourites.map(({ sku, weight }) => ({ sku, weight: weight * inSeason(sku) }));
  const wishes = new Map<number, Wish>();
  for (let tries = 0; wishes.size < count && tries < count * 4; tries++) {
    const known = random.chance(0.84);
    const sku = known ? random.weighted(wanted, ({ weight }) => weight).sku : random.pick(pool);
    if (!isSold(sku.product, at) || wishes.has(sku.index)) continue;
    if (!known && random.next() > appeal(sku, customer) / 6) continue;
    const season = inSeason(sku);
    wishes.set(sku.index, {
      sku,
      quantity: orderable(sku, (lineBudget(customer, random) * Math.sqrt(season)) / sku.price),
    });
  }
  return [...wishes.values()];
};

/** Pace against the customer's own usual one, as its year goes on (0 to 1). */
const pace = ({ habit }: DemoCustomer, progress: number): number => {
  if (habit === 'fading') return 1.5 / (1 + 3.2 * progress);
  if (habit === 'growing') return 0.6 + 1.1 * progress;
  return 0.8 + 0.42 * progress;
};

/** A moment of a working day: mornings and early afternoons are busiest. */
const officeHour = (day: number, random: Random): number =>
  midnight(day) +
  (random.chance(0.62) ? 8.5 * HOUR + random.next() * 3.4 * HOUR : 13.2 * HOUR + random.next() * 5 * HOUR);

type Year = { readonly seed: number; readonly opened: number; readonly now: number; readonly orders: number };

/** All orders that customers would like to place in the year, by time. */
export const wishedOrders = (
  { seed, opened, now, orders }: Year,
  catalogue: Catalogue,
  customers: readonly DemoCustomer[],
): WishedOrder[] => {
  const sold = catalogue.skus.filter(({ product }) => product.row.status !== 'draft');
  const weights = customers.map(
    ({ size, habit }) => size ** 1.25 * (habit === 'new' || habit === 'churned' ? 0.55 : 1),
  );
  const perWeight = orders / weights.reduce((a, b) => a + b, 0);
  const wished = customers.flatMap((customer, i): WishedOrder[] => {
    const random = randomFrom(seed, `demand ${customer.row.number}`);
    const favourites = favouritesOf(customer, sold, random);
    const end = customer.habit === 'churned' ? opened + (0.4 + 0.3 * random.next()) * (now - opened) : now;
    const start = Math.max(opened, customer.since);
    const gap = (end - start) / Math.max(2, weights[i]! * perWeight * (customer.habit === 'new' ? 0.9 : 1));
    const list: WishedOrder[] = [];
    for (let at = start + gap * random.next(); at < end; ) {
      const when = officeHour(at, random);
      // A quiet day puts the order off to the next; the rhythm goes on from there.
      if (random.next() > activity(when)) {
        at += DAY;
        continue;
      }
      if (when < now) list.push({ at: when, customer, wishes: basket(customer, when, favourites, sold, random) });
      const progress = (at - opened) / (now - opened);
      const busy = Math.max(0.35, (activity(at) + activity(at + 3 * DAY) + activity(at + 6 * DAY)) / 2.6);
      at += (gap * 0.93 * Math.exp(0.38 * random.normal() - 0.07)) / (pace(customer, progress) * busy);
    }
    return list;
  });
  return wished
    .filter(({ wishes }) => wishes.length > 0)
    .sort((a, b) => a.at - b.at || (a.customer.row.number < b.customer.row.number ? -1 : 1));
};

/** Orders of the last hours, so that the staff find work in every state whatever day it is. */
export const freshOrders = (
  { seed, now }: Year,
  count: number,
  catalogue: Catalogue,
  customers: readonly DemoCustomer[],
): WishedOrder[] => {
  const random = randomFrom(seed, 'fresh');
  const active = customers.filter(
    ({ habit, row }) => habit !== 'churned' && habit !== 'hold' && row.status === 'active',
  );
  const sold = catalogue.skus.filter(
    ({ product }) => product.row.status === 'published' && product.launchedAt < now - 30 * DAY,
  );
  return Array.from({ length: count }, (_, i) => {
    const customer = random.weighted(active, ({ size }) => size);
    const at = now - (0.4 + (i * 30) / count + random.next()) * HOUR;
    return {
      at,
      customer,
      wishes: basket(
        customer,
        at,
        favouritesOf(customer, sold, randomFrom(seed, `demand ${customer.row.number}`)),
        sold,
        random,
      ),
    };
  })
    .filter(({ wishes }) => wishes.length > 0)
    .sort((a, b) => a.at - b.at);
};
