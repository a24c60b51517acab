import type { ProductId, PromotionId } from '@tradeline/domain/kernel';
import type { Promotion } from '@tradeline/domain/promotion';
import { priceLists, prices, promotions } from '../../schema/index.ts';
import type { RecordValues } from '../record.ts';
import type { WriteContext } from './target.ts';
import { upsertTarget } from './upsert.ts';

export const priceList = upsertTarget<typeof priceLists, 'price-list'>('price_lists', priceLists, {
  unique: 'code',
  row: (v) => ({
    code: v.code,
    name: v.name,
    kind: v.kind,
    currency: v.currency,
    priority: v.priority,
    level: v.level ?? null,
    validFrom: v.validFrom ?? null,
    validTo: v.validTo ?? null,
  }),
});

export const price = upsertTarget<typeof prices, 'price'>('prices', prices, {
  row: (v, { idOf }) => ({
    priceListId: idOf('price-list', v.list),
    skuId: idOf('sku', v.sku),
    minQuantity: v.minQuantity,
    unitPriceE4: v.unitPriceE4,
  }),
});

const definitionOf = (v: RecordValues['promotion'], { idOf }: WriteContext, id: string): Promotion => {
  const scope = { productIds: v.products.map((key) => idOf('product', key) as ProductId) };
  return {
    id: id as PromotionId,
    name: v.name.zh,
    actions: v.actions.map((action) => ({ ...action, scope })),
    ...(v.startsAt && { startsAt: v.startsAt }),
    ...(v.endsAt && { endsAt: v.endsAt }),
  };
};

/** A promotion arrives as a draft: what costs margin begins when a person releases it. */
export const promotion = upsertTarget<typeof promotions, 'promotion'>('promotions', promotions, {
  unique: 'code',
  once: ['status'],
  row: (v, context, id) => ({
    code: v.code,
    name: v.name,
    definition: definitionOf(v, context, id),
    status: 'draft',
    startsAt: v.startsAt ?? null,
    endsAt: v.endsAt ?? null,
  }),
});
