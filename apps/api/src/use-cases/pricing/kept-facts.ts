import type { CartBeside, CartNow, PromotionFacts, SkuWithPicture } from '@tradeline/db/stores';
import type { CategoryId } from '@tradeline/domain/kernel';
import type { Promotion } from '@tradeline/domain/promotion';
import type { SearchState } from '../../search/engine.ts';
import type { LineFacts } from '../../search/line-goods.ts';
import type { Buyer } from '../../trpc/context.ts';
import { viewerOf } from '../session/visitor.ts';
import { entriesOf } from './list-entries.ts';
import { limitedAmong, promotionsWithoutCodes } from './promotions-now.ts';
import { audienceOf, customerOf, factsFrom, giftsOf, type PriceFacts, type PriceWishes } from './quote-facts.ts';

type Asked = Omit<CartBeside, 'companyId'>;
const askedBy = new WeakMap<readonly PromotionFacts[], Asked>();

/** What of gifts and limited promotions must be asked of the database, whoever the customer is. */
export const besideCart = ({ views }: SearchState): Asked => {
  const running = views.promotions();
  const known = askedBy.get(running);
  if (known) return known;
  const promotions = running.map(({ definition }) => definition as Promotion);
  const asked = { skuIds: giftsOf(promotions), promotionIds: limitedAmong(promotions) };
  askedBy.set(running, asked);
  return asked;
};

export type KeptFacts = {
  /** Goods of the lines, and gifts he may be shown. */
  skus: Map<string, SkuWithPicture>;
  gifts: SkuWithPicture[];
  facts: PriceFacts;
};

/**
 * What stands between the goods of a cart and their price, from memory and what the database has just said of the cart.
 * `goods` holds the goods of the lines and of `besideCart`. Undefined where a line's goods are not shown to the buyer: only
 * the database knows whether they ever were. No codes: what a coupon needs is not kept.
 */
export const keptFacts = (
  { catalogue, views, prices }: SearchState,
  buyer: Buyer,
  cart: CartNow,
  goods: ReadonlyMap<string, LineFacts>,
  wishes: Omit<PriceWishes, 'coupons'> = {},
): KeptFacts | undefined => {
  const isShown = views.shownTo(viewerOf(buyer));
  const skus = new Map(
    [...goods].flatMap(([id, { sku }]) =>
      isShown(sku.productId) ? [[id, { ...sku, visible: true, shown: sku.status === 'active' }] as const] : [],
    ),
  );
  if (cart.lines.some(({ skuId }) => !skus.has(skuId))) return undefined;
  const { now, usage, shelves } = cart;
  const customer = customerOf(buyer);
  const offered = promotionsWithoutCodes(views.runningAt(now), customer, usage);
  const gifts = giftsOf(offered.running.map(({ promotion }) => promotion));
  const availableOf = (id: string) => (shelves[id] ?? []).reduce((sum, { available }) => sum + available, 0);
  const lists = prices.candidatesFor(audienceOf(buyer), now);
  const facts = factsFrom(
    {
      ...offered,
      now,
      customer,
      prices: entriesOf(
        cart.lines.flatMap(({ skuId }) => goods.get(skuId)?.prices ?? []),
        lists,
      ),
      giftStock: Object.fromEntries(gifts.map((id) => [id, skus.get(id)?.shown ? availableOf(id) : 0])),
      pathOf: (categoryId) => catalogue.categoryPath(categoryId) as CategoryId[],
    },
    wishes,
  );
  return { skus, facts, gifts: gifts.flatMap((id) => skus.get(id) ?? []) };
};
