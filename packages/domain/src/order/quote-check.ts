import { unitFactor } from '../catalog/index.ts';
import { isKnownZone } from '../kernel/index.ts';
import { parsePercent, parseRatio } from '../money/index.ts';
import { malformedPromotion } from '../promotion/index.ts';
import type { QuoteInput } from './quote-input.ts';
import { QUOTE_LIMITS } from './quote-input.ts';
import type { QuoteRefusal } from './quote-result.ts';

/** The first reason why an input cannot be read at all; undefined when the calculation may start. */
export const unreadable = (input: QuoteInput): QuoteRefusal | undefined =>
  tooMany(input) ?? duplicate(input) ?? malformed(input) ?? tooLarge(input) ?? malformedPromotions(input);

const tooMany = (input: QuoteInput): QuoteRefusal | undefined => {
  const counts = [
    { what: 'lines', count: input.lines.length, limit: QUOTE_LIMITS.lines },
    { what: 'promotions', count: input.promotions?.length ?? 0, limit: QUOTE_LIMITS.promotions },
    { what: 'prices', count: input.prices.length, limit: QUOTE_LIMITS.priceEntries },
  ] as const;
  const over = counts.find(({ count, limit }) => count > limit);
  return over && { kind: 'too-many', ...over };
};

const duplicate = ({ lines }: QuoteInput): QuoteRefusal | undefined => {
  const seen = new Set<string>();
  for (const { id } of lines) {
    if (seen.has(id)) return { kind: 'duplicate-line', lineId: id };
    seen.add(id);
  }
  return undefined;
};

const malformed = (input: QuoteInput): QuoteRefusal | undefined => {
  const percents: [string, string | undefined][] = [
    ['customer.levelPercent', input.customer?.levelPercent],
    ['tax.defaultRate', input.tax?.defaultRate],
    ['shipping.taxRate', input.shipping?.taxRate],
    ['points.maxPercent', input.points?.maxPercent],
    ...input.lines.map(({ id, taxRate }): [string, string | undefined] => [`lines.${id}.taxRate`, taxRate]),
  ];
  for (const [path, value] of percents) {
    if (value !== undefined && !parsePercent(value)) return { kind: 'malformed', path, value };
  }
  if (input.points && !parseRatio(input.points.worth))
    return { kind: 'malformed', path: 'points.worth', value: input.points.worth };
  return malformedUnit(input);
};

const malformedUnit = ({ lines, prices }: QuoteInput): QuoteRefusal | undefined => {
  for (const { id, unit } of lines) {
    if (!unitFactor(unit)) return { kind: 'malformed', path: `lines.${id}.unit.factor`, value: unit?.factor ?? '' };
  }
  for (const { skuId, listId, unit, minQuantity, maxQuantity } of prices) {
    const path = `prices.${listId}.${skuId}`;
    if (!unitFactor(unit)) return { kind: 'malformed', path: `${path}.unit.factor`, value: unit?.factor ?? '' };
    for (const bound of [minQuantity, maxQuantity]) {
      if (typeof bound === 'string' && !parseRatio(bound))
        return { kind: 'malformed', path: `${path}.quantity`, value: bound };
    }
  }
  return undefined;
};

/** Past these an amount could leave the exact integers; no trade comes near them. */
const tooLarge = ({ lines, prices }: QuoteInput): QuoteRefusal | undefined => {
  const line = lines.find(({ quantity }) => Math.abs(quantity) > QUOTE_LIMITS.quantity);
  if (line) return { kind: 'malformed', path: `lines.${line.id}.quantity`, value: String(line.quantity) };
  const price = prices.find(
    ({ amountE4 }) => amountE4 !== null && !(amountE4 >= 0 && amountE4 <= QUOTE_LIMITS.priceE4),
  );
  return (
    price && {
      kind: 'malformed',
      path: `prices.${price.listId}.${price.skuId}.amountE4`,
      value: String(price.amountE4),
    }
  );
};

const malformedPromotions = ({ promotions = [], timeZone }: QuoteInput): QuoteRefusal | undefined => {
  if (timeZone !== undefined && !isKnownZone(timeZone)) return { kind: 'malformed', path: 'timeZone', value: timeZone };
  const seen = new Set<string>();
  for (const promotion of promotions) {
    const found = seen.has(promotion.id) ? { path: 'promotions', value: promotion.id } : malformedPromotion(promotion);
    if (found) return { kind: 'malformed', ...found };
    seen.add(promotion.id);
  }
  return undefined;
};
