import { unitPriceE4 } from '@tradeline/domain/money';
import type { PriceKind } from '@tradeline/domain/pricing';
import type { InferInsertModel } from 'drizzle-orm';
import type { priceLists, prices } from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY, midnight } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { DemoCustomer } from './people/customers.ts';
import type { GroupCode } from './people/customers-table.ts';
import { type Random, randomFrom } from './random.ts';

export type PriceListRow = InferInsertModel<typeof priceLists>;
export type PriceRow = InferInsertModel<typeof prices>;
type Sku = Catalogue['skus'][number];

/** What a list takes off the base price for one piece, a carton and five cartons, in percent. */
type Terms = { readonly factor: number; readonly steps: readonly number[]; readonly includes: (sku: Sku) => boolean };

const everything = (): boolean => true;
const among =
  (...tops: string[]) =>
  ({ product }: Sku): boolean =>
    tops.includes(product.category.slug);

const rounded = (fen: number): number => (fen >= 1000 ? Math.round(fen / 10) * 10 : Math.round(fen));

const rowsOf = (listId: string, skus: readonly Sku[], terms: Terms, id: () => string): PriceRow[] =>
  skus.filter(terms.includes).flatMap((sku) => {
    const { cartonQuantity = 1, minQuantity = 1 } = sku.row;
    const carton = Math.max(cartonQuantity > 1 ? cartonQuantity : 10, minQuantity * 2);
    const seen = new Set<number>();
    return terms.steps.flatMap((step, i): PriceRow[] => {
      const from = [1, carton, carton * 5][i]!;
      const fen = rounded(sku.price * terms.factor * (1 - step / 100));
      if (seen.has(fen)) return [];
      seen.add(fen);
      return [
        { id: id(), priceListId: listId, skuId: sku.row.id, minQuantity: from, unitPriceE4: unitPriceE4(fen * 100) },
      ];
    });
  });

/** Base prices before and after the yearly change, lists for groups and levels, and what single customers negotiated. */
export const buildPrices = (
  seed: number,
  now: number,
  catalogue: Catalogue,
  customers: readonly DemoCustomer[],
  groupIds: Record<GroupCode, string>,
) => {
  const [ids, random] = [idsFrom(seed, 'prices'), randomFrom(seed, 'prices')];
  const born = now - 500 * DAY;
  const id = () => ids(born);
  const changed = midnight(now - 210 * DAY);
  const lists: PriceListRow[] = [];
  const rows: PriceRow[] = [];
  const add = (
    code: string,
    name: { zh: string; en: string },
    kind: PriceKind,
    terms: Terms,
    more: Partial<PriceListRow> = {},
  ) => {
    const list: PriceListRow = {
      id: ids(born),
      code,
      name,
      kind,
      companyId: null,
      groupId: null,
      level: null,
      validFrom: null,
      validTo: null,
      priority: 0,
      ...more,
    };
    lists.push(list);
    rows.push(...rowsOf(list.id, catalogue.skus, terms, id));
  };
  const base = { steps: [0, 3, 6], includes: everything };
  add(
    'BASE-LAST',
    { zh: '上年度基准价', en: 'Base prices, last year' },
    'base',
    { ...base, factor: 0.97 },
    { validTo: at(changed) },
  );
  add('BASE', { zh: '基准价', en: 'Base prices' }, 'base', { ...base, factor: 1 }, { validFrom: at(changed) });
  add(
    'GRP-DISTRIBUTOR',
    { zh: '经销商价', en: 'Distributor prices' },
    'group',
    { factor: 0.91, steps: [0, 3, 5], includes: everything },
    { groupId: groupIds.distributor },
  );
  add(
    'GRP-CHAIN',
    { zh: '连锁门店价', en: 'Chain store prices' },
    'group',
    { factor: 0.94, steps: [0, 3], includes: among('food', 'household', 'kitchen', 'apparel', 'office') },
    { groupId: groupIds.chain },
  );
  add(
    'GRP-ONLINE',
    { zh: '电商价', en: 'Online seller prices' },
    'group',
    { factor: 0.93, steps: [0, 4], includes: among('mobile', 'luggage', 'apparel', 'kitchen') },
    { groupId: groupIds.online },
  );
  add(
    'LVL-GOLD',
    { zh: '黄金会员价', en: 'Gold member prices' },
    'member',
    { factor: 0.97, steps: [0, 3], includes: everything },
    { level: 'gold' },
  );
  add(
    'LVL-DIAMOND',
    { zh: '钻石会员价', en: 'Diamond member prices' },
    'member',
    { factor: 0.94, steps: [0, 3], includes: everything },
    { level: 'diamond' },
  );
  for (const [i, customer] of customers
    .filter(({ size }) => size >= 7)
    .slice(0, 6)
    .entries())
    contract(add, customer, i, random, now);
  for (const customer of customers.filter(({ size, habit }) => size === 5 && !habit).slice(0, 4))
    add(
      `CUS-${customer.row.number}`,
      { zh: `${customer.row.shortName} 专享价`, en: `Customer prices ${customer.row.number}` },
      'customer',
      { factor: 0.9, steps: [0], includes: some(random, 25) },
      { companyId: customer.row.id },
    );
  return { lists, rows };
};

const some = (random: Random, oneIn: number) => {
  const salt = random.int(0, oneIn - 1);
  return ({ index }: Sku): boolean => index % oneIn === salt;
};

/** A yearly agreement on some goods; one has run out, one is yet to begin. */
const contract = (
  add: (
    code: string,
    name: { zh: string; en: string },
    kind: PriceKind,
    terms: Terms,
    more: Partial<PriceListRow>,
  ) => void,
  customer: DemoCustomer,
  i: number,
  random: Random,
  now: number,
): void => {
  const [from, to] = i === 4 ? [-400, -35] : i === 5 ? [14, 379] : [-150 - 20 * i, 215 - 20 * i];
  add(
    `CON-${customer.row.number}`,
    { zh: `${customer.row.shortName} 年度框架协议`, en: `Frame contract ${customer.row.number}` },
    'contract',
    { factor: 0.87, steps: [0], includes: some(random, 16) },
    { companyId: customer.row.id, validFrom: at(midnight(now + from! * DAY)), validTo: at(midnight(now + to! * DAY)) },
  );
};
