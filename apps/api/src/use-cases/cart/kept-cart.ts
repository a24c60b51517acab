import { cartNow, type PromotionFacts } from '@tradeline/db/stores';
import type { CategoryId } from '@tradeline/domain/kernel';
import type { Promotion } from '@tradeline/domain/promotion';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import { tellStock } from '../catalog/told-stock.ts';
import { entriesOf } from '../pricing/list-entries.ts';
import { limitedAmong, promotionsWithoutCodes } from '../pricing/promotions-now.ts';
import { audienceOf, customerOf, factsFrom, giftsOf } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';
import { type CartView, cartView } from './cart-view.ts';

/**
 * The cart with goods, prices and promotions from memory, as long as the database says, in the statement that reads lines and
 * stock, that nothing of those has changed since memory was last corrected. Undefined where it has, where memory is not made
 * yet, and where a line's goods are no longer shown to him: then all is read from the database.
 */
export const keptCart = async (
  { raw, search }: Pick<Deps, 'raw' | 'search'>,
  buyer: Buyer,
): Promise<CartView | undefined> => {
  if (!search.ready()) return undefined;
  const { catalogue, views, lines: goods, prices } = await search.state();
  const mark = search.mark();
  const { giftIds, limitedIds } = askedOf(views.promotions());
  const owner = { companyId: buyer.company.id, buyerId: buyer.id };
  const cart = await cartNow(raw, owner, { skuIds: giftIds, promotionIds: limitedIds }, mark);
  if (!cart?.fresh) return undefined;

  const facts = await goods.of([...new Set([...cart.lines.map(({ skuId }) => skuId), ...giftIds])]);
  const isShown = views.shownTo(viewerOf(buyer));
  const known = new Map(
    [...facts].flatMap(([id, { sku }]) =>
      isShown(sku.productId) ? [[id, { ...sku, visible: true, shown: sku.status === 'active' }] as const] : [],
    ),
  );
  if (cart.lines.some(({ skuId }) => !known.has(skuId))) return undefined;

  const shelvesOf = (skuId: string) => (cart.shelves[skuId] ?? []).map((shelf) => ({ ...shelf, skuId }));
  const customer = customerOf(buyer);
  const offered = promotionsWithoutCodes(views.runningAt(cart.now), customer, cart.usage);
  const gifts = giftsOf(offered.running.map(({ promotion }) => promotion));
  const availableOf = (skuId: string) => shelvesOf(skuId).reduce((sum, { available }) => sum + available, 0);
  const lists = prices.candidatesFor(audienceOf(buyer), cart.now);
  const priced = cart.lines.flatMap(({ skuId }) => facts.get(skuId)?.prices ?? []);
  return cartView({
    ...cart,
    known,
    stockOf: (sku) => tellStock(shelvesOf(sku.id), sku.minQuantity, buyer.stock),
    facts: buyer.seesPrices
      ? factsFrom({
          ...offered,
          now: cart.now,
          customer,
          prices: entriesOf(priced, lists),
          giftStock: Object.fromEntries(gifts.map((id) => [id, known.get(id)?.shown ? availableOf(id) : 0])),
          pathOf: (categoryId) => catalogue.categoryPath(categoryId) as CategoryId[],
        })
      : undefined,
    gifts: buyer.seesPrices ? gifts.flatMap((id) => known.get(id) ?? []) : [],
  });
};

type Asked = { giftIds: string[]; limitedIds: string[] };
const askedBy = new WeakMap<readonly PromotionFacts[], Asked>();

/** What must be asked of the database for some promotions, whoever the customer is. */
const askedOf = (running: readonly PromotionFacts[]): Asked => {
  const known = askedBy.get(running);
  if (known) return known;
  const promotions = running.map(({ definition }) => definition as Promotion);
  const asked = { giftIds: giftsOf(promotions), limitedIds: limitedAmong(promotions) };
  askedBy.set(running, asked);
  return asked;
};
