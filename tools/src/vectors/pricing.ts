import {
  checkQuantity,
  convertQuantity,
  roundToStep,
  type SalesUnit,
  type StepRounding,
} from '@tradeline/domain/catalog';
import {
  type CompanyId,
  type CustomerGroupId,
  formatRational,
  id,
  instant,
  type PriceListId,
  type ProductId,
  parseRational,
  type Rational,
  rational,
  type SkuId,
} from '@tradeline/domain/kernel';
import {
  type Allocation,
  allocate,
  allocateWithin,
  CNY,
  type Currency,
  divideHalfUp,
  divideRounded,
  minor,
  parsePercent,
  type Ratio,
  type Rounding,
  ratioOf,
  splitTax,
  unitPriceE4,
} from '@tradeline/domain/money';
import { type QuoteLine, quote, refundUnits, taxItems } from '@tradeline/domain/order';
import { type PriceEntry, type PriceKind, selectPrice } from '@tradeline/domain/pricing';
import { Unsupported } from './outcome.ts';

type Percent = number | string;
const sku = id<SkuId>('sku');
const moment = (text: string) => instant(new Date(text).toISOString());
const rationalOf = (text: number | string): Rational => {
  const value = parseRational(String(text));
  if (!value) throw new Unsupported(`the number ${text}`);
  return value;
};
const rateOf = (percent: Percent): Ratio => {
  const rate = parsePercent(String(percent));
  if (!rate) throw new Unsupported(`the percentage ${percent}`);
  return rate;
};
const roundingOf = (mode: string | undefined): Rounding => {
  if (mode === undefined || mode === 'half-up' || mode === 'half-even' || mode === 'half-down')
    return mode ?? 'half-up';
  throw new Unsupported(`rounding ${mode}`);
};

type ListedPrice = {
  readonly list: string;
  readonly amount: number | null;
  readonly kind?: PriceKind;
  readonly active?: boolean;
  readonly position?: number;
  readonly priority?: number;
  readonly minQty?: number;
  readonly maxQty?: number;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly currency?: string;
  readonly channel?: string;
  readonly group?: string;
  readonly customer?: string;
  readonly level?: string;
};

type SelectInput = {
  readonly quantity: number;
  readonly at?: string;
  readonly channel?: string;
  readonly currency?: string;
  readonly groups?: readonly string[];
  readonly customer?: string;
  readonly level?: string;
  readonly prices: readonly ListedPrice[];
};

/** Lists stand by position before the base price, which has none. */
const entryOf = (price: ListedPrice): PriceEntry => {
  const [from, to] = [price.validFrom ?? price.startsAt, price.validTo ?? price.endsAt];
  return {
    skuId: sku,
    listId: id<PriceListId>(price.list),
    kind: price.kind ?? kindOf(price),
    amountE4: price.amount === null ? null : unitPriceE4(price.amount * 100),
    priority: price.priority ?? -(price.position ?? 0),
    minQuantity: price.minQty,
    maxQuantity: price.maxQty,
    validFrom: from === undefined ? undefined : moment(from),
    validTo: to === undefined ? undefined : moment(to),
    currency: price.currency as Currency | undefined,
    channel: price.channel,
    groupId: price.group as CustomerGroupId | undefined,
    companyId: price.customer as CompanyId | undefined,
    level: price.level,
  };
};

const kindOf = ({ list, position, customer, level, channel }: ListedPrice): PriceKind => {
  if (customer !== undefined) return 'customer';
  if (level !== undefined) return 'member';
  if (channel !== undefined) return 'channel';
  return position === undefined && list === 'base' ? 'base' : 'group';
};

const select = ({ quantity, at, channel, currency, groups, customer, level, prices }: SelectInput) => {
  const chosen = selectPrice(prices.filter(({ active }) => active !== false).map(entryOf), {
    now: moment(at ?? '2026-01-01T00:00:00Z'),
    currency: (currency as Currency | undefined) ?? CNY,
    customer: {
      channel,
      level,
      companyId: customer as CompanyId | undefined,
      groupIds: groups as readonly CustomerGroupId[] | undefined,
    },
    quantity: { line: quantity, product: quantity, group: quantity },
  });
  return chosen.ok
    ? { amount: chosen.value.unitPriceE4 / 100, list: chosen.value.listId }
    : { amount: null, list: null, error: 'no_price' };
};

type TierInput = {
  readonly mode?: 'line' | 'product' | 'group' | 'graduated';
  readonly tiers: readonly { readonly min: number; readonly price: number }[];
  readonly lines: readonly {
    readonly sku: string;
    readonly product?: string;
    readonly group?: string;
    readonly qty: number;
  }[];
};

const tierPrice = ({ mode = 'line', tiers, lines }: TierInput) => {
  const prices = [...new Set(lines.map((line) => line.sku))].flatMap((skuId) =>
    tiers.map(
      ({ min, price }): PriceEntry => ({
        skuId: id<SkuId>(skuId),
        listId: id<PriceListId>('tiers'),
        kind: 'base',
        amountE4: unitPriceE4(price * 100),
        minQuantity: min,
        tierBy: mode === 'graduated' ? 'line' : mode,
        tiering: mode === 'graduated' ? 'graduated' : 'all-units',
      }),
    ),
  );
  const priced = quote({ now: moment('2026-01-01T00:00:00Z'), lines: lines.map(tierLine), prices });
  if (!priced.ok) return { error: priced.error };
  return {
    unitPrices: priced.value.lines.map((line) => line.unitPriceE4 / 100),
    amounts: priced.value.lines.map((line) => line.gross),
    total: priced.value.totals.gross,
  };
};

const tierLine = ({ sku: skuId, product, group, qty }: TierInput['lines'][number], index: number): QuoteLine => ({
  id: String(index).padStart(4, '0'),
  skuId: id<SkuId>(skuId),
  productId: product === undefined ? undefined : id<ProductId>(product),
  pricingGroup: group,
  quantity: qty,
});

type UomInput = {
  readonly listPrice: string;
  readonly priceUom: string;
  readonly uoms: Readonly<Record<string, number | string>>;
  readonly tiers?: readonly {
    readonly minQty: string;
    readonly uom?: string;
    readonly surcharge?: string;
    readonly price?: string;
  }[];
  readonly quantity: string;
  readonly uom: string;
};

/** The price of one unit asked for, from a list in another unit whose tiers count in a unit of their own. */
const uomPrice = ({ listPrice, priceUom, uoms, tiers = [], quantity, uom }: UomInput) => {
  const factor = (name: string) => rationalOf(uoms[name] ?? 1);
  const list = rationalOf(listPrice);
  const unit: SalesUnit = { code: priceUom, factor: formatRational(factor(priceUom)) };
  const entry = (price: Rational, listId: string, minQuantity?: string): PriceEntry => ({
    skuId: sku,
    listId: id<PriceListId>(listId),
    kind: 'base',
    unit,
    amountE4: unitPriceE4(Number(divideHalfUp(price.n * 10_000n, price.d))),
    minQuantity,
  });
  const tierEntry = (tier: NonNullable<UomInput['tiers']>[number]) => {
    const price = tier.price === undefined ? sumOf(list, rationalOf(tier.surcharge ?? '0')) : rationalOf(tier.price);
    return entry(
      price,
      'tier',
      formatRational(convertQuantity(rationalOf(tier.minQty), factor(tier.uom ?? priceUom), factor(priceUom))),
    );
  };
  const base = Number(convertQuantity(rationalOf(quantity), factor(uom), rational(1)).n);
  const chosen = selectPrice([entry(list, 'list'), ...tiers.map(tierEntry)], {
    now: moment('2026-01-01T00:00:00Z'),
    currency: CNY,
    customer: {},
    quantity: { line: base, product: base, group: base },
  });
  if (!chosen.ok) return { error: 'no_price' };
  const perUnit = convertQuantity(rational(chosen.value.unitPriceE4, 10_000), factor(uom), factor(priceUom));
  return { unitPrice: formatRational(perUnit) };
};

const sumOf = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);

type ConvertInput = {
  readonly quantity: string;
  readonly fromFactor: string;
  readonly toFactor: string;
  readonly step?: string;
  readonly round?: StepRounding;
};

const convertUom = ({ quantity, fromFactor, toFactor, step, round }: ConvertInput) => {
  const converted = convertQuantity(rationalOf(quantity), rationalOf(fromFactor), rationalOf(toFactor));
  return { quantity: formatRational(step === undefined ? converted : roundToStep(converted, rationalOf(step), round)) };
};

type QuantityInput = {
  readonly requested: number;
  readonly min?: number;
  readonly multiple?: number;
  readonly max?: number;
  readonly carton?: number;
};

const REASONS = {
  'below-minimum': 'below_minimum',
  'not-a-multiple': 'not_multiple',
  'above-maximum': 'above_maximum',
  'above-period-limit': 'above_maximum',
  'not-whole': 'not_whole',
  'nothing-allowed': 'nothing_allowed',
} as const;

const orderQuantity = ({ requested, min, multiple, max, carton }: QuantityInput) => {
  const checked = checkQuantity(requested, { minimum: min, multiple, maximum: max, carton });
  return checked.ok
    ? { ok: true, suggest: checked.value }
    : { ok: false, suggest: checked.error.suggest, reason: REASONS[checked.error.reason] };
};

type AllocateInput = {
  readonly amount: number;
  readonly weights: readonly number[];
  readonly method?: Allocation;
  readonly ties?: 'first' | 'last';
  /** The most that each part may take. */
  readonly rooms?: readonly number[];
};

const allocateParts = ({ amount, weights, method, ties, rooms }: AllocateInput) => {
  if (rooms) return { parts: allocateWithin(minor(amount), weights, rooms, method) };
  const parts = allocate(minor(amount), ties === 'last' ? weights.toReversed() : weights, method);
  return { parts: ties === 'last' ? parts.toReversed() : parts };
};

type RoundInput = { readonly value: string; readonly scale: number; readonly mode: string };

const round = ({ value, scale, mode }: RoundInput) => {
  const { n, d } = rationalOf(value);
  const rounding = roundingOf(mode);
  return {
    value: formatRational(rational(divideRounded(n * 10n ** BigInt(scale), d, rounding), 10n ** BigInt(scale))),
  };
};

type LineTaxInput = {
  readonly amount: number;
  readonly ratePercent: Percent;
  readonly pricesIncludeTax: boolean;
  readonly round?: string;
};

const lineTax = ({ amount, ratePercent, pricesIncludeTax, round: mode }: LineTaxInput) => {
  const { net, tax, total } = splitTax(minor(amount), rateOf(ratePercent), pricesIncludeTax, roundingOf(mode));
  return { net, tax, gross: total };
};

type TaxedLine = {
  readonly net?: number;
  readonly amount?: number;
  readonly ratePercent?: Percent;
  readonly discountPercent?: Percent;
};
type OrderTaxInput = {
  readonly lines: readonly (number | TaxedLine)[];
  readonly ratePercent?: Percent;
  readonly pricesIncludeTax: boolean;
  readonly round?: string;
};

const orderTax = (input: OrderTaxInput) => {
  const items = input.lines.map((line, index) =>
    taxItem(index, typeof line === 'number' ? { amount: line } : line, input.ratePercent),
  );
  const totals = (method: 'per-line' | 'per-rate') => {
    const { byRate } = taxItems(items, { pricesIncludeTax: input.pricesIncludeTax, method }, roundingOf(input.round));
    const sum = (key: 'net' | 'tax' | 'total') => byRate.reduce((total, rate) => total + rate[key], 0);
    return { net: sum('net'), tax: sum('tax'), gross: sum('total') };
  };
  return { ...totals('per-line'), perLine: totals('per-line'), perOrder: totals('per-rate') };
};

const taxItem = (
  index: number,
  { net, amount, ratePercent, discountPercent }: TaxedLine,
  common: Percent | undefined,
) => {
  const before = minor(amount ?? net ?? 0);
  const off = discountPercent === undefined ? 0 : ratioOf(before, rateOf(discountPercent));
  return { key: String(index).padStart(4, '0'), amount: minor(before - off), rate: String(ratePercent ?? common ?? 0) };
};

type RefundInput = { readonly paid: number; readonly units: number; readonly returns?: readonly number[] };

const refunds = ({ paid, units, returns }: RefundInput) => {
  let returned = 0;
  const parts = (returns ?? Array.from({ length: units }, () => 1)).map((count) => {
    const refund = refundUnits({ quantity: units, paid: minor(paid) }, returned, count);
    returned += count;
    return refund;
  });
  return { refunds: parts, sum: parts.reduce((a, b) => a + b, 0) };
};

/** The functions of prices, units, tax and refunds by their names in the format. */
export const pricing: Readonly<Record<string, (input: never) => unknown>> = {
  selectPrice: select,
  tierPrice,
  uomPrice,
  convertUom,
  orderQuantity,
  allocate: allocateParts,
  round,
  lineTax,
  orderTax,
  refundUnits: refunds,
};
