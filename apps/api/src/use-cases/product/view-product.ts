import type { Tx } from '@tradeline/db';
import type { Beside, PageSku } from '@tradeline/db/stores';
import { type CategoryId, err, type Instant, ok } from '@tradeline/domain/kernel';
import type { UnitPriceE4 } from '@tradeline/domain/money';
import type { QuoteInput } from '@tradeline/domain/order';
import { concerns, type Promotion } from '@tradeline/domain/promotion';
import type { Deps } from '../../deps.ts';
import type { Visitor } from '../../trpc/context.ts';
import type { OfferedSku } from '../catalog/browse.ts';
import { myPrice } from '../catalog/price-view.ts';
import { tellStock } from '../catalog/told-stock.ts';
import { customerOf, giftStockFor, giftsOf, promotionsFor, quoteLineOf } from '../pricing/quote-facts.ts';
import { askerOf, sharedShelves, sharingRules } from '../stock/sharing/shared-units.ts';
import { attributeValues } from './attribute-values.ts';
import { type ProductFacts, productFacts } from './product-facts.ts';

/** A configuration with the units a quantity may be typed in and what my company calls it. */
export type PageOffer = OfferedSku & Pick<PageSku, 'packUnits' | 'codes'>;
/** Goods beside others, with my lowest price of them. */
export type BesideCard = Omit<Beside, 'skus'> & { fromE4: UnitPriceE4 | undefined };

/**
 * A product as its page shows it: one statement where nothing has changed since it was last shown, three otherwise,
 * whatever it holds (two more while gifts are given). `pricing` is what the domain's quote needs, so that the page says the
 * price of what is typed and what a promotion still misses; it and everything else that tells a price is left out for who
 * may not see prices.
 */
export const viewProduct = async (deps: Pick<Deps, 'db' | 'raw' | 'search'>, visitor: Visitor, id: string) => {
  const facts = await productFacts(deps, visitor, id);
  if (!facts) return err({ kind: 'product-not-found' });
  const { page, entries } = facts;
  const { now, product, attributeLines, skus, related, together, ...shown } = page;
  const bySku = Map.groupBy(entries, (entry): string => entry.skuId);
  const priceOf = (sku: { id: string; minQuantity: number }) =>
    myPrice(sku, bySku.get(sku.id) ?? [], visitor, now as Instant);
  const card = ({ skus: own, ...beside }: Beside): BesideCard => ({
    ...beside,
    fromE4: own
      .flatMap((sku) => priceOf(sku)?.unitPriceE4 ?? [])
      .reduce<UnitPriceE4 | undefined>(
        (least, price) => (least !== undefined && least <= price ? least : price),
        undefined,
      ),
  });
  const { attributes, ...fields } = product;
  const shelves = Map.groupBy(
    await sharedShelves(
      deps.db,
      { rules: await sharingRules(deps.db, deps.search), asker: askerOf(visitor), now: now as Instant },
      skus.flatMap((sku) => sku.shelves.map((shelf) => ({ ...shelf, skuId: sku.id }))),
    ),
    ({ skuId }) => skuId,
  );
  return ok({
    ...fields,
    ...shown,
    attributes: attributeValues(attributes, attributeLines),
    skus: skus.map(
      ({ productName, productStatus, status, shelves: _, ...sku }): PageOffer => ({
        ...sku,
        stock: tellStock(shelves.get(sku.id) ?? [], sku.minQuantity, visitor.stock),
        price: priceOf(sku),
      }),
    ),
    related: related.map(card),
    together: together.map(card),
    ...(visitor.seesPrices ? await pricingOf(deps.db, visitor, facts) : NO_PRICES),
  });
};

type Pricing = Awaited<ReturnType<typeof pricingOf>>;
const NO_PRICES: { pricing: Pricing['pricing'] | null; promotions: Pricing['promotions'] } = {
  pricing: null,
  promotions: [],
};

/** Facts for the quote of any quantity of the product, and the promotions worth telling beside it. */
const pricingOf = async (tx: Tx, visitor: Visitor, { page, entries, ...facts }: ProductFacts) => {
  const { now, path, skus } = page;
  const running = promotionsFor(visitor, facts.running);
  const own = new Set(skus.map((sku) => sku.id));
  const lines = skus.map((sku) =>
    quoteLineOf(
      { sku, quantity: sku.minQuantity },
      path.map(({ id }) => id as CategoryId),
    ),
  );
  const prices = entries.filter(({ skuId }) => own.has(skuId));
  const gifts = giftsOf(running.map(({ definition }) => definition as Promotion));
  const pricing: QuoteInput = {
    lines,
    customer: customerOf(visitor),
    prices,
    promotions: running.map(({ definition }) => definition as Promotion),
    giftStock: gifts.length === 0 ? {} : await giftStockFor(tx, visitor, gifts),
    tax: { pricesIncludeTax: true },
    now,
  };
  const first = (skuId: string) => prices.find((entry) => entry.skuId === skuId)?.amountE4 ?? 0;
  const told = running.filter(({ definition }) =>
    lines.some((line) =>
      concerns(definition as Promotion, {
        ...line,
        gross: 0 as never,
        floor: 0 as never,
        unitPriceE4: first(line.skuId) as UnitPriceE4,
      }),
    ),
  );
  return { pricing, promotions: told.map(({ id, name, slogan, endsAt }) => ({ id, name, slogan, endsAt })) };
};
