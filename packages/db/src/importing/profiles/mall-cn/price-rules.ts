import type { Instant } from '@tradeline/domain/kernel';
import { CNY, type Minor, scale, type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import { exactText } from '../../exact.ts';
import { record } from '../../record.ts';
import { BASE, type Mall, ownSku, type Product, skusOf } from './files.ts';

/** Their levels by rank, since ours are four too: the lowest paid one of theirs is the lowest paid one of ours, whatever its metal. */
const LEVELS = {
  普通会员: { level: 'ordinary', code: 'MALL-ORDINARY', en: 'Ordinary member prices' },
  黄金会员: { level: 'silver', code: 'MALL-SILVER', en: 'Silver member prices' },
  白金会员: { level: 'gold', code: 'MALL-GOLD', en: 'Gold member prices' },
  钻石会员: { level: 'diamond', code: 'MALL-DIAMOND', en: 'Diamond member prices' },
} as const;
const levelOf = (t: Mall, id: number) => {
  const { name } = t.memberLevels.find(id)!.values;
  return { name, ...LEVELS[name] };
};
const productOf = (t: Mall, id: number): Product => t.products.find(id)!;

/** A product's price rules speak of all its SKUs. */
export const skuPrices = (t: Mall, id: number): { sku: string; price: UnitPriceE4 }[] =>
  skusOf(t)
    .get(id)
    ?.map((sku) => ({ sku: sku.key, price: sku.values.price })) ?? [
    { sku: ownSku(productOf(t, id)), price: productOf(t, id).values.price },
  ];

export function* priceRules(t: Mall) {
  yield* promotionPrices(t);
  yield* memberPrices(t);
  yield* tiers(t);
  yield* reductions(t);
}

/** Promotion prices hold in the window of their product, so each such product has a list with that window, before the base list. */
function* promotionPrices(t: Mall) {
  const skus = skusOf(t);
  for (const product of t.products.all.filter(({ values }) => values.promotion_type === '1')) {
    const reduced = (skus.get(product.values.id) ?? []).filter(({ values }) => values.promotion_price !== undefined);
    if (reduced.length === 0) continue;
    const list = `promotion-${product.key}`;
    yield record('price-list', list, [product], {
      code: `MALL-PROMOTION-${product.key}`,
      name: { zh: `促销价 ${product.values.name}`.slice(0, 40), en: `Promotion prices of MALL-${product.key}` },
      kind: 'base',
      currency: CNY,
      priority: 10,
      validFrom: product.values.promotion_start_time,
      validTo: product.values.promotion_end_time,
    });
    for (const row of reduced)
      yield record('price', `${list}/${row.key}/1`, [row], {
        list,
        sku: row.key,
        minQuantity: 1,
        unitPriceE4: row.values.promotion_price!,
      });
  }
}

function* memberPrices(t: Mall) {
  const known = new Set<string>();
  for (const row of t.memberPrices.all) {
    const level = levelOf(t, row.values.member_level_id);
    if (!known.has(level.code))
      yield record('price-list', level.code, [], {
        code: level.code,
        name: { zh: `${level.name}价`, en: level.en },
        kind: 'member',
        currency: CNY,
        level: level.level,
        priority: 0,
      });
    known.add(level.code);
    for (const { sku } of skuPrices(t, row.values.product_id))
      yield record('price', `${level.code}/${sku}/1`, [row], {
        list: level.code,
        sku,
        minQuantity: 1,
        unitPriceE4: row.values.member_price!,
      });
  }
}

/** Factor × price, exact: prices have 4 decimals, so 0.75 of any price in cents needs no rounding. */
function* tiers(t: Mall) {
  for (const row of t.quantityTiers.all) {
    const { n, d } = row.values.discount;
    for (const { sku, price } of skuPrices(t, row.values.product_id))
      yield record('price', `${BASE}/${sku}/${row.values.count}`, [row], {
        list: BASE,
        sku,
        minQuantity: row.values.count,
        unitPriceE4: unitPriceE4(scale(price, Number(n), Number(d))),
      });
  }
}

/** The steps of one product are one promotion, of which the highest reached holds. */
function* reductions(t: Mall) {
  for (const [id, rows] of Map.groupBy(t.fullReductions.all, (row) => row.values.product_id)) {
    const { name, promotion_type, promotion_start_time, promotion_end_time } = productOf(t, id).values;
    const window: { startsAt?: Instant | undefined; endsAt?: Instant | undefined } =
      promotion_type === '4' ? { startsAt: promotion_start_time, endsAt: promotion_end_time } : {};
    const steps = rows.toSorted((a, b) => a.values.full_price - b.values.full_price);
    const words = steps.map(({ values }) => `满${yuan(values.full_price)}减${yuan(values.reduce_price)}`).join('，');
    yield record('promotion', id, rows, {
      code: `MALL-REDUCTION-${id}`,
      name: { zh: `${words}：${name}`.slice(0, 60) },
      products: [String(id)],
      actions: [
        {
          type: 'tiers',
          basis: 'amount',
          tiers: steps.map(({ values }) => ({ from: values.full_price, amount: values.reduce_price })),
        },
      ],
      ...window,
    });
  }
}
const yuan = (value: Minor): string => exactText(BigInt(value), 2);
