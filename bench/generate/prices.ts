import type { Random } from '@tradeline/db/demo';
import type { Goods } from './catalogue.ts';
import { keyOf } from './ids.ts';
import { groupsOf } from './people.ts';
import type { Size } from './size.ts';

export const listColumns = ['id', 'code', 'name', 'kind', 'company_id', 'group_id', 'level', 'channel', 'version'];
export const priceColumns = ['id', 'price_list_id', 'sku_id', 'min_quantity', 'unit_price_e_4'];

type List = {
  kind: string;
  name: string;
  company?: number;
  group?: number;
  level?: string;
  channel?: string;
  /** Percent of the base price, and of how many goods in a thousand it speaks. */
  percent: number;
  share: number;
};

const listsOf = (size: Size): List[] => {
  const lists: List[] = [
    { kind: 'base', name: '基础价', percent: 100, share: 1_000 },
    { kind: 'member', name: '银卡会员价', level: 'silver', percent: 98, share: 200 },
    { kind: 'member', name: '金卡会员价', level: 'gold', percent: 96, share: 200 },
    { kind: 'member', name: '钻石会员价', level: 'diamond', percent: 94, share: 200 },
    { kind: 'channel', name: '门户价', channel: 'portal', percent: 99, share: 100 },
  ];
  const groups = Math.min(groupsOf(size), Math.floor((size.priceLists - lists.length) / 3));
  for (let g = 0; g < groups; g++)
    lists.push({ kind: 'group', name: `客户组 ${g + 1} 价`, group: g, percent: 95 - (g % 5), share: 50 });
  for (let n = 0; lists.length < size.priceLists; n++) {
    const company = (n * 37) % size.companies;
    lists.push(
      n % 2 === 0
        ? { kind: 'customer', name: `客户专价 ${n + 1}`, company, percent: 92, share: 3 }
        : { kind: 'contract', name: `合同价 ${n + 1}`, company, percent: 90, share: 4 },
    );
  }
  return lists;
};

/** Whole 0.01 yuan: prices as a wholesaler writes them. */
const rounded = (amountE4: number): number => Math.max(100, Math.round(amountE4 / 100) * 100);

/** Every SKU on the base list, a third of them with two tiers; the other lists each name a share of the goods. */
export const buildPrices = (size: Size, goods: readonly Goods[], random: Random) => {
  const lists = listsOf(size);
  const listRows = lists.map(({ kind, name, company, group, level, channel }, i) => [
    keyOf('list', i),
    `L${i + 1}`,
    { zh: name, en: `List ${i + 1}` },
    kind,
    company === undefined ? null : keyOf('company', company),
    group === undefined ? null : keyOf('group', group),
    level ?? null,
    channel ?? null,
    // Written here, not published at the price desk: the list has no version yet.
    0,
  ]);
  function* rows(): Generator<unknown[]> {
    let n = 0;
    for (const [i, { percent, share }] of lists.entries()) {
      const list = keyOf('list', i);
      for (const [s, { priceE4 }] of goods.entries()) {
        if (share < 1_000 && random.int(0, 999) >= share) continue;
        yield [keyOf('price', n++), list, keyOf('sku', s), 1, rounded((priceE4 * percent) / 100)];
        if (s % 3 !== 0) continue;
        yield [keyOf('price', n++), list, keyOf('sku', s), 48, rounded((priceE4 * (percent - 3)) / 100)];
        yield [keyOf('price', n++), list, keyOf('sku', s), 240, rounded((priceE4 * (percent - 6)) / 100)];
      }
    }
  }
  return { lists: listRows, rows };
};
