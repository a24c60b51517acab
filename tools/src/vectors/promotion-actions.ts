import { id, type SkuId } from '@tradeline/domain/kernel';
import { type Minor, minor, type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import type { PromotionAction } from '@tradeline/domain/promotion';
import type { VectorAction } from './format.ts';
import { Unsupported } from './outcome.ts';
import type { ScopeReader } from './promotions.ts';

const percentOf = (percent: number | string | undefined): string => String(percent ?? 100);
const amountOf = (amount: number | undefined): Minor => minor(amount ?? 0);
const optional = (amount: number | undefined): Minor | undefined => (amount === undefined ? undefined : minor(amount));
const priceOf = (amount: number): UnitPriceE4 => unitPriceE4(amount * 100);

const KEYS = new Set([
  ...[
    'type',
    'scope',
    'percent',
    'amount',
    'maxUnitsPerLine',
    'capPerUnit',
    'cap',
    'total',
    'every',
    'maxTimes',
    'basis',
    'tiers',
    'otherwise',
  ],
  ...['price', 'n', 'buy', 'get', 'pick', 'repeat', 'allOrNothing', 'items', 'sku', 'qty', 'perQty'],
]);

/** An action of the format as an action of the package. */
export const actionOf = (action: VectorAction, scopeOf: ScopeReader): PromotionAction => {
  const unknown = Object.keys(action).find((key) => !KEYS.has(key));
  if (unknown) throw new Unsupported(`action key ${unknown} of ${action.type}`);
  const make = ACTIONS[action.type];
  if (!make) throw new Unsupported(`action type ${action.type}`);
  return make(action, scopeOf);
};

const ACTIONS: Readonly<Record<string, (action: VectorAction, scopeOf: ScopeReader) => PromotionAction>> = {
  percentOffLines: ({ percent, maxUnitsPerLine, capPerUnit, scope }, scopeOf) => ({
    type: 'percent-off-lines',
    percent: percentOf(percent),
    maxUnitsPerLine,
    capPerUnit: optional(capPerUnit),
    scope: scopeOf(scope),
  }),
  amountOffUnit: ({ amount, maxUnitsPerLine, scope }, scopeOf) => ({
    type: 'amount-off-unit',
    amount: amountOf(amount),
    maxUnitsPerLine,
    scope: scopeOf(scope),
  }),
  amountOffLine: ({ amount, maxUnitsPerLine, scope }, scopeOf) => ({
    type: 'amount-off-line',
    amount: amountOf(amount),
    maxUnitsPerLine,
    scope: scopeOf(scope),
  }),
  amountOffOrder: ({ amount, scope }, scopeOf) => ({
    type: 'amount-off-order',
    amount: amountOf(amount),
    scope: scopeOf(scope),
  }),
  percentOffOrder: ({ percent, cap, scope }, scopeOf) => ({
    type: 'percent-off-order',
    percent: percentOf(percent),
    cap: optional(cap),
    scope: scopeOf(scope),
  }),
  orderTotalFixed: ({ total, scope }, scopeOf) => ({
    type: 'order-total-fixed',
    total: amountOf(total),
    scope: scopeOf(scope),
  }),
  everyAmount: ({ every, amount, maxTimes, scope }, scopeOf) => ({
    type: 'every-amount',
    every: amountOf(every),
    amount: amountOf(amount),
    maxTimes,
    scope: scopeOf(scope),
  }),
  tiers: ({ basis = 'amount', tiers = [], otherwise, scope }, scopeOf) => ({
    type: 'tiers',
    basis,
    tiers: tiers.map(({ from, amount, percent }) => ({
      from,
      amount: optional(amount),
      percent: percent === undefined ? undefined : percentOf(percent),
    })),
    otherwise: otherwise && {
      amount: optional(otherwise.amount),
      percent: otherwise.percent === undefined ? undefined : percentOf(otherwise.percent),
    },
    scope: scopeOf(scope),
  }),
  fixedUnitPrice: ({ price, maxUnitsPerLine, scope }, scopeOf) => ({
    type: 'fixed-unit-price',
    priceE4: priceOf(price ?? 0),
    maxUnitsPerLine,
    scope: scopeOf(scope),
  }),
  cheapestUnit: ({ percent, amount, scope }, scopeOf) => ({
    type: 'cheapest-unit',
    percent: percent === undefined ? undefined : percentOf(percent),
    amount: optional(amount),
    scope: scopeOf(scope),
  }),
  everyNthUnit: ({ n, percent, maxTimes, scope }, scopeOf) => ({
    type: 'nth-unit',
    n: n ?? 1,
    percent: percentOf(percent),
    maxTimes,
    scope: scopeOf(scope),
  }),
  buyGet: ({ buy, get, pick, repeat, maxTimes, allOrNothing }, scopeOf) => ({
    type: 'buy-get',
    buy: { scope: scopeOf(buy?.scope), quantity: buy?.qty ?? 1 },
    get: { scope: scopeOf(get?.scope), quantity: get?.qty ?? 1, percent: percentOf(get?.percent) },
    pick,
    repeat,
    maxTimes,
    allOrNothing: allOrNothing ?? true,
  }),
  bundle: ({ items = [], total, maxTimes }, scopeOf) => ({
    type: 'bundle',
    items: items.map(({ scope, qty, unitPrice }) => ({
      scope: scopeOf(scope),
      quantity: qty,
      unitPriceE4: unitPrice === undefined ? undefined : priceOf(unitPrice),
    })),
    total: optional(total),
    maxTimes,
  }),
  gift: ({ sku, qty, perQty, maxTimes, scope }, scopeOf) => ({
    type: 'gift',
    options: [{ skuId: id<SkuId>(sku ?? ''), quantity: qty ?? 1 }],
    perQuantity: perQty,
    maxTimes,
    scope: scopeOf(scope),
  }),
  shippingPercent: ({ percent }) => ({ type: 'shipping-percent', percent: percentOf(percent) }),
};
