import { checkQuantity, type QuantityRules, unitFactor } from '../catalog/index.ts';
import { CNY, type Minor, minor } from '../money/index.ts';
import {
  grossOf,
  type PriceBand,
  type PriceChoice,
  type PriceEntry,
  type PriceQuery,
  priceBands,
  selectPrice,
  type TierBasis,
} from '../pricing/index.ts';
import { QUOTE_LIMITS, type QuoteInput, type QuoteLine } from './quote-input.ts';
import type { LineRefusal } from './quote-result.ts';

/** A line with its price and its amount before promotions. */
export type CostedLine = {
  readonly line: QuoteLine;
  readonly choice: PriceChoice | undefined;
  readonly bands: readonly PriceBand[];
  readonly gross: Minor;
};

export type CostedLines = { readonly costed: readonly CostedLine[]; readonly refused: readonly LineRefusal[] };

/** Prices the selected lines and checks their quantities; every line that cannot be ordered is listed. */
export const costLines = (input: QuoteInput): CostedLines => {
  const lines = input.lines.filter((line) => line.selected !== false);
  const entries = Map.groupBy(input.prices, (entry) => entry.skuId);
  const sums = quantitySums(lines);
  const refused: LineRefusal[] = lines.flatMap((line) => quantityRefusals(line, sums));
  const priced: CostedLine[] = [];
  for (const line of lines.filter(isWhole)) {
    const cost = costLine(input, line, entries.get(line.skuId) ?? [], sums);
    if ('kind' in cost) refused.push(cost);
    else priced.push(cost);
  }
  return { costed: priced, refused };
};

type QuantitySums = {
  readonly sku: Map<string, number>;
  readonly product: Map<string, number>;
  readonly group: Map<string, number>;
};

const quantitySums = (lines: readonly QuoteLine[]): QuantitySums => {
  const sums: QuantitySums = { sku: new Map(), product: new Map(), group: new Map() };
  const add = (map: Map<string, number>, key: string | undefined, quantity: number) => {
    if (key !== undefined) map.set(key, (map.get(key) ?? 0) + quantity);
  };
  for (const line of lines) {
    add(sums.sku, line.skuId, line.quantity);
    add(sums.product, line.productId, line.quantity);
    add(sums.group, line.pricingGroup, line.quantity);
  }
  return sums;
};

/** Rules hold for the sum of a SKU's (or a product's) lines; the quantities offered are for this line, the others kept. */
const quantityRefusals = (line: QuoteLine, sums: QuantitySums): LineRefusal[] => {
  const wholeness: QuantityRules = {};
  const bySku = refusalOf(line, 'sku', line.quantityRules ?? wholeness, sums.sku.get(line.skuId) ?? line.quantity);
  const product = line.productId === undefined ? undefined : sums.product.get(line.productId);
  const byProduct =
    line.productRules && product !== undefined ? refusalOf(line, 'product', line.productRules, product) : undefined;
  return [bySku, byProduct].filter((refusal) => refusal !== undefined);
};

const refusalOf = (
  line: QuoteLine,
  scope: 'sku' | 'product',
  rules: QuantityRules,
  total: number,
): LineRefusal | undefined => {
  const others = total - line.quantity;
  const checked = checkQuantity(
    others > 0 && Number.isSafeInteger(line.quantity) && line.quantity > 0 ? total : line.quantity,
    rules,
  );
  if (checked.ok) return undefined;
  const { nearest, suggest, ...refusal } = checked.error;
  return {
    ...refusal,
    lineId: line.id,
    skuId: line.skuId,
    scope,
    requested: line.quantity,
    nearest: nearest.map((quantity) => quantity - others).filter((quantity) => quantity > 0),
    suggest: Math.max(0, suggest - others),
  };
};

const costLine = (
  input: QuoteInput,
  line: QuoteLine,
  entries: readonly PriceEntry[],
  sums: QuantitySums,
): CostedLine | LineRefusal => {
  const { agreedPrice, quantity } = line;
  if (agreedPrice) {
    const bands = [{ quantity, unitPriceE4: agreedPrice.unitPriceE4 }];
    return costed(input, line, undefined, bands);
  }
  const query = priceQuery(input, line, sums);
  const selected = selectPrice(withTierBasis(entries, input.settings?.tierBy), query);
  if (!selected.ok) return { lineId: line.id, skuId: line.skuId, ...selected.error };
  const choice = selected.value;
  const bands = priceBands(choice, entries, quantity, query);
  return costed(input, line, choice, bands);
};

/** A quantity that is no whole number has no amount; its line is refused and left out. */
const isWhole = ({ quantity }: QuoteLine): boolean => Number.isSafeInteger(quantity) && quantity > 0;

const costed = (
  input: QuoteInput,
  line: QuoteLine,
  choice: PriceChoice | undefined,
  bands: readonly PriceBand[],
): CostedLine | LineRefusal => {
  const factor = unitFactor(choice?.unit) ?? { n: 1, d: 1 };
  const gross = grossOf(bands, factor, input.settings?.rounding);
  return gross === undefined || gross > QUOTE_LIMITS.lineAmount
    ? { lineId: line.id, skuId: line.skuId, kind: 'amount-too-large', limit: minor(QUOTE_LIMITS.lineAmount) }
    : { line, choice, bands, gross };
};

const withTierBasis = (entries: readonly PriceEntry[], tierBy: TierBasis | undefined): readonly PriceEntry[] =>
  tierBy === undefined ? entries : entries.map((entry) => (entry.tierBy ? entry : { ...entry, tierBy }));

const priceQuery = (input: QuoteInput, line: QuoteLine, sums: QuantitySums): PriceQuery => ({
  now: input.now,
  currency: input.currency ?? CNY,
  customer: input.customer ?? {},
  quantity: {
    line: line.quantity,
    product: (line.productId !== undefined ? sums.product.get(line.productId) : undefined) ?? line.quantity,
    group: (line.pricingGroup !== undefined ? sums.group.get(line.pricingGroup) : undefined) ?? line.quantity,
  },
  pick: input.settings?.pricePick,
});
