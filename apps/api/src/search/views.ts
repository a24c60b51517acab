import type { Raw } from '@tradeline/db';
import { type PromotionFacts, searchFactStore } from '@tradeline/db/stores';
import { type Assortment, assortmentsFor, isVisible, type Viewer } from '@tradeline/domain/catalog';
import type { BrandId, CategoryId, Instant, ProductId, SkuId } from '@tradeline/domain/kernel';
import { localTime } from '@tradeline/domain/kernel';
import { unitPriceE4, ZERO } from '@tradeline/domain/money';
import type { CustomerContext } from '@tradeline/domain/pricing';
import { concerns, ineligible, type Promotion, scopesNamed } from '@tradeline/domain/promotion';
import { type Bitmap, bitmap, has, put, union } from '@tradeline/domain/search';
import type { Catalogue } from './catalogue.ts';

const MOST_VIEWS = 64;
/** Room for products that come while a bitmap lives. */
const SPARE = 4_096;

type StoredAssortment = Assortment & { id: string };
/** Who is in it; `set` is another object whenever that changes otherwise than by a change of the goods. */
type Visible = { set: Bitmap | undefined; has: (product: number) => boolean };
type RunningPromotion = Omit<PromotionFacts, 'definition'> & { definition: Promotion };

/** Who sees which goods, and which promotions speak of which goods: sets of products, made when first asked for. */
export const views = (raw: Raw, catalogue: Catalogue) => {
  let assortments: readonly StoredAssortment[] = [];
  /** All that are active, as they are defined. */
  let active: readonly PromotionFacts[] = [];
  /** Those that speak of goods, without what depends on prices. */
  let promotions: readonly RunningPromotion[] = [];
  let zone = 'Asia/Shanghai';
  const visible = new Map<string, { holding: readonly StoredAssortment[]; viewer: Viewer; bits: Bitmap }>();
  const promoted = new Map<string, Bitmap>();
  const together = new Map<string, { any: Bitmap; sets: readonly Bitmap[] }>();

  const goodsOf = (product: number) => {
    const brand = catalogue.table.products.brand[product] ?? -1;
    return {
      productId: catalogue.products.nameOf(product),
      categoryIds: catalogue.pathOf(catalogue.table.products.category[product] ?? -1).map(catalogue.categories.nameOf),
      brandId: brand < 0 ? undefined : catalogue.brands.nameOf(brand),
      tags: catalogue.tags[product] ?? [],
    };
  };

  /** A promotion may still depend on prices and carts; here it counts when it speaks of the goods at all. */
  const speaksOf = ({ definition }: RunningPromotion, product: number): boolean => {
    const goods = goodsOf(product);
    return (catalogue.table.products.skus[product] ?? []).some((sku) =>
      concerns(definition, {
        id: '',
        skuId: catalogue.skus.nameOf(sku) as SkuId,
        productId: goods.productId as ProductId,
        categoryIds: goods.categoryIds as CategoryId[],
        ...(goods.brandId ? { brandId: goods.brandId as BrandId } : {}),
        tags: goods.tags,
        quantity: 1,
        gross: ZERO,
        unitPriceE4: unitPriceE4(0),
        floor: ZERO,
      }),
    );
  };

  const all = (test: (product: number) => boolean): Bitmap => {
    const size = catalogue.products.size();
    const bits = bitmap(size + SPARE);
    for (let product = 0; product < size; product++)
      if (catalogue.table.products.published[product] && test(product)) put(bits, product);
    return bits;
  };

  /** Sets of promotions and what any of them speaks of; the same objects until promotions or goods change. */
  const allOf = (open: readonly RunningPromotion[]): { any: Bitmap; sets: readonly Bitmap[] } => {
    const key = open.map(({ id }) => id).join();
    const known = together.get(key);
    if (known) return known;
    const sets = open.map((promotion) => {
      const bits = promoted.get(promotion.id) ?? all((product) => speaksOf(promotion, product));
      promoted.set(promotion.id, bits);
      return bits;
    });
    const made = { any: union(sets), sets };
    together.set(key, made);
    if (together.size > MOST_VIEWS) together.delete(together.keys().next().value!);
    return made;
  };

  /** The domain's `isVisible`, for every published product at once. */
  const visibleTo = (viewer: Viewer): Visible => {
    const holding = assortmentsFor(assortments, viewer);
    if (holding.length === 0) return { set: undefined, has: () => true };
    const key = holding.map(({ id }) => id).join();
    let view = visible.get(key);
    if (!view) {
      view = { holding, viewer, bits: all((product) => isVisible(goodsOf(product), holding, viewer)) };
      visible.set(key, view);
      if (visible.size > MOST_VIEWS) visible.delete(visible.keys().next().value!);
    }
    const { bits } = view;
    return { set: bits, has: (product) => has(bits, product) };
  };

  return {
    refreshAssortments: async (): Promise<void> => {
      assortments = (await searchFactStore.assortments(raw)) as StoredAssortment[];
      visible.clear();
    },
    refreshPromotions: async (): Promise<void> => {
      zone = await searchFactStore.zone(raw);
      active = await searchFactStore.promotions(raw);
      promotions = active
        .map((row) => ({ ...row, definition: withoutPriceBounds(row.definition as Promotion) }))
        .filter(({ definition }) => scopesNamed(definition).length > 0);
      promoted.clear();
      together.clear();
    },
    /** Products that changed, or that are new: every set that is kept is corrected for them. */
    touched: (products: readonly number[]): void => {
      for (const [key, view] of visible) {
        if (catalogue.products.size() > view.bits.length * 32) visible.delete(key);
        else
          for (const product of products)
            put(view.bits, product, isVisible(goodsOf(product), view.holding, view.viewer));
      }
      together.clear();
      for (const promotion of promotions) {
        const bits = promoted.get(promotion.id);
        if (!bits) continue;
        if (catalogue.products.size() > bits.length * 32) promoted.delete(promotion.id);
        else for (const product of products) put(bits, product, speaksOf(promotion, product));
      }
    },
    visibleTo,
    /** Whether a product, by id, is one that a viewer is shown: published, and left by his assortments. */
    shownTo: (viewer: Viewer): ((productId: string) => boolean) => {
      const seen = visibleTo(viewer);
      return (productId) => {
        const place = catalogue.products.find(productId);
        return place !== undefined && catalogue.table.products.published[place] === true && seen.has(place);
      };
    },
    /** Every promotion that runs, or is yet to begin; the same array until one of them is changed. */
    promotions: (): readonly PromotionFacts[] => active,
    /** Promotions that run at a moment, as the database has them. */
    runningAt: (now: Instant): PromotionFacts[] =>
      active.filter(
        ({ startsAt, endsAt }) => (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt),
      ),
    /** Promotions that could hold for a customer now without a coupon, and the products any of them speaks of. */
    promotionsFor: (customer: CustomerContext, now: Instant) => {
      const local = localTime(now, zone) ?? { day: now.slice(0, 10), weekday: 1, minute: 0 };
      const open = promotions.filter(
        ({ definition }) => !definition.coupon && !ineligible(definition, { now, local, customer, coupons: [] }),
      );
      const { any, sets } = allOf(open);
      return {
        any,
        of: (product: number) => open.flatMap(({ id, name }, i) => (has(sets[i]!, product) ? [{ id, name }] : [])),
      };
    },
  };
};
export type Views = ReturnType<typeof views>;

/** Price bands of a scope need a price; whether it falls in is said where the goods are priced. */
const withoutPriceBounds = (promotion: Promotion): Promotion =>
  JSON.parse(
    JSON.stringify(promotion, (key, value: unknown) =>
      key === 'unitPriceMinE4' || key === 'unitPriceMaxE4' || key === 'excludeCatalogDiscounted' ? undefined : value,
    ),
  ) as Promotion;
