import { type CategoryId, id, type PromotionId } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Promotion } from '@tradeline/domain/promotion';
import type { InferInsertModel } from 'drizzle-orm';
import type { promotions } from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY, midnight } from './clock.ts';
import { idsFrom } from './ids.ts';

export type PromotionRow = InferInsertModel<typeof promotions>;

/** Two that run and one that is being prepared. They began after the last placed order: every order was priced without them. */
export const buildPromotions = (seed: number, now: number, catalogue: Catalogue): PromotionRow[] => {
  const ids = idsFrom(seed, 'promotions');
  const category = (slug: string) => id<CategoryId>(catalogue.categories.find((row) => row.slug === slug)!.id);
  const row = (
    code: string,
    name: { zh: string; en: string },
    slogan: { zh: string; en: string },
    status: 'draft' | 'active',
    [from, to]: readonly [number, number],
    rule: Pick<Promotion, 'actions' | 'conditions' | 'audience' | 'priority'>,
  ): PromotionRow => {
    const [key, startsAt, endsAt] = [id<PromotionId>(ids(now)), at(from), at(to)];
    const definition: Promotion = { id: key, name: name.zh, enabled: status !== 'draft', startsAt, endsAt, ...rule };
    return { id: key, code, name, slogan, definition, status, startsAt, endsAt, createdAt: at(Math.min(now, from)) };
  };
  const office = { categoryIds: [category('office')] };
  const cups = { categoryIds: [category('tableware')] };
  const phones = { categoryIds: [category('mobile')] };
  return [
    row(
      'OFFICE-1000-60',
      { zh: '办公文具满 1000 减 60', en: 'Office supplies: 60 off 1,000' },
      { zh: '文具囤货季，满 1000 立减 60', en: 'Stock up on stationery: 60 off every order from 1,000' },
      'active',
      [now, midnight(now + 21 * DAY)],
      {
        conditions: [{ type: 'items-total', min: minor(100_000), scope: office }],
        actions: [{ type: 'amount-off-order', amount: minor(6_000), scope: office }],
      },
    ),
    row(
      'MEMBER-PHONE-95',
      { zh: '黄金、钻石会员手机配件 95 折', en: 'Phone accessories: 5% off for gold and diamond members' },
      { zh: '会员专享，手机配件 95 折', en: 'For our members: 5% off phone accessories' },
      'active',
      [now, midnight(now + 35 * DAY)],
      {
        audience: { levels: ['gold', 'diamond'] },
        actions: [{ type: 'percent-off-lines', percent: '5', scope: phones }],
      },
    ),
    row(
      'NEW-YEAR-CUPS',
      { zh: '年货节餐具买五送一', en: 'New Year: tableware, six for the price of five' },
      { zh: '年货节，餐具买五送一', en: 'Six for the price of five' },
      'draft',
      [midnight(now + 20 * DAY), midnight(now + 60 * DAY)],
      {
        actions: [
          { type: 'buy-get', buy: { scope: cups, quantity: 5 }, get: { scope: cups, quantity: 1, percent: '100' } },
        ],
      },
    ),
  ];
};
