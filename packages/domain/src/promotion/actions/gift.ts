import { minor, scale } from '../../money/index.ts';
import { sumOf, unitsOf } from '../conditions.ts';
import type { GiftOption, PromotionAction } from '../promotion.ts';
import type { Missing } from '../trace.ts';
import {
  type ActionInput,
  type GiftGrant,
  type GiftShortage,
  NOTHING,
  type Outcome,
  scopeLines,
  type Take,
} from './action.ts';
import { spread } from './order-actions.ts';

type Input = ActionInput<Extract<PromotionAction, { type: 'gift' }>>;

/** 赠品: free units beside the cart. What is out of stock is replaced by another option, paid out, or dropped with a notice. */
export const gift = (input: Input): Outcome => {
  const { options, maxTimes } = input.action;
  const { times, next } = earned(input);
  const count = Math.min(times, maxTimes ?? Number.POSITIVE_INFINITY);
  const wanted = options.find((option) => option.skuId === input.chosenGift) ?? options[0];
  if (!wanted || count < 1) return { takes: [], unmet: { missing: next } };
  return { ...grant(input, wanted, wanted.quantity * count, count), next: count === maxTimes ? undefined : next };
};

const earned = (input: Input): { readonly times: number; readonly next?: Missing | undefined } => {
  const { perQuantity, perAmount, scope } = input.action;
  const lines = scopeLines(input);
  const [units, sum] = [unitsOf(input.start, lines), sumOf(input.start, lines, 'running')];
  if (perQuantity !== undefined) {
    return { times: Math.floor(units / perQuantity), next: { quantity: perQuantity - (units % perQuantity), scope } };
  }
  if (perAmount !== undefined) {
    return { times: Math.floor(sum / perAmount), next: { amount: minor(perAmount - (sum % perAmount)), scope } };
  }
  return units > 0 ? { times: 1 } : { times: 0, next: { quantity: 1, scope } };
};

const grant = (input: Input, wanted: GiftOption, quantity: number, times: number): Outcome => {
  const inStock = Math.min(quantity, input.giftStock.get(wanted.skuId) ?? quantity);
  const missing = quantity - inStock;
  const gifts = inStock > 0 ? [grantOf(input, wanted, inStock)] : [];
  if (missing === 0) return { takes: [], gifts, times };
  const settled = settle(input, wanted, missing);
  return { ...settled, gifts: [...gifts, ...(settled.gifts ?? [])], times };
};

const settle = (input: Input, wanted: GiftOption, missing: number): Outcome => {
  const { whenOut, options } = input.action;
  const shortage = (settled: GiftShortage['settled']): readonly GiftShortage[] => [
    { skuId: wanted.skuId, missing, settled },
  ];
  if (whenOut === 'money') return { takes: moneyFor(input, giftValue(wanted, missing)), shortages: shortage('money') };
  const other =
    whenOut === 'substitute'
      ? options.find((option) => option !== wanted && stockOf(input, option) >= missing)
      : undefined;
  return other
    ? { takes: [], gifts: [grantOf(input, other, missing)], shortages: shortage('substitute') }
    : { ...NOTHING, shortages: shortage('drop') };
};

const stockOf = (input: Input, option: GiftOption): number =>
  input.giftStock.get(option.skuId) ?? Number.POSITIVE_INFINITY;

const giftValue = ({ unitValueE4 }: GiftOption, quantity: number): number => scale(unitValueE4 ?? 0, quantity, 100);

const grantOf = (input: Input, option: GiftOption, quantity: number): GiftGrant => ({
  skuId: option.skuId,
  quantity,
  value: giftValue(option, quantity),
  options: input.action.options.length > 1 ? input.action.options.map(({ skuId }) => skuId) : [],
});

/** The value of a gift that is out of stock, taken off the lines that earned it. */
const moneyFor = (input: Input, value: number): readonly Take[] => spread(input, scopeLines(input), value).takes;
