import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompanyId, type CustomerGroupId, id, type PriceListId } from '../kernel/index.ts';
import { CNY } from '../money/index.ts';
import { aPrice, NOON } from '../testing/index.ts';
import { firstInversion, priceEffects, stepAt } from './price-effects.ts';
import type { CustomerContext, PriceEntry } from './price-entry.ts';
import { selectPrice } from './select-price.ts';

const query = { now: NOON, currency: CNY };
const hotels = id<CustomerGroupId>('hotels');
const acme = id<CompanyId>('acme');
const profiles: CustomerContext[] = [
  {},
  { groupIds: [hotels] },
  { groupIds: [hotels], companyId: acme },
  { level: 'gold' },
  { level: 'gold', groupIds: [hotels] },
];
const base = (major: number, more: Partial<PriceEntry> = {}) => aPrice('tea', major, more);
const group = (major: number, more: Partial<PriceEntry> = {}) =>
  aPrice('tea', major, { kind: 'group', groupId: hotels, listId: id<PriceListId>('g'), ...more });
const steps = (effects: ReturnType<typeof priceEffects>) =>
  effects.map(({ profiles: of, steps: at }) => [
    of,
    at.map(({ quantity, before, after }) => [quantity, before?.unitPriceE4, after?.unitPriceE4]),
  ]);

test('only those whose price changes are told, those alike together', () => {
  const effects = priceEffects({
    before: [base(10), group(8)],
    after: [base(11), group(8)],
    profiles,
    from: 1,
    query,
  });
  expect(steps(effects)).toEqual([[[0, 3], [[1, 100_000, 110_000]]]]);
});

test('a price taken off falls back to the next list, and none is left where there is no other', () => {
  expect(steps(priceEffects({ before: [base(10), group(8)], after: [base(10)], profiles, from: 1, query }))).toEqual([
    [[1, 2, 4], [[1, 80_000, 100_000]]],
  ]);
  expect(steps(priceEffects({ before: [group(8)], after: [], profiles, from: 1, query }))).toEqual([
    [[1, 2, 4], [[1, 80_000, undefined]]],
  ]);
});

test('each quantity at which a price steps is compared, from the least that can be ordered', () => {
  const effects = priceEffects({
    before: [base(10), base(9, { minQuantity: 24 })],
    after: [base(10), base(9, { minQuantity: 48 })],
    profiles: [{}],
    from: 12,
    query,
  });
  expect(steps(effects)).toEqual([
    [
      [0],
      [
        [12, 100_000, 100_000],
        [24, 90_000, 100_000],
        [48, 90_000, 90_000],
      ],
    ],
  ]);
  const found = effects[0]!.steps;
  expect([12, 23, 24, 47, 48, 999].map((quantity) => stepAt(found, quantity)?.quantity)).toEqual([
    12, 12, 24, 24, 48, 48,
  ]);
});

test('a larger quantity that is dearer is found', () => {
  const effects = priceEffects({
    before: [],
    after: [base(10), base(9, { minQuantity: 10 }), base(9.5, { minQuantity: 20 })],
    profiles: [{}],
    from: 1,
    query,
  });
  expect(firstInversion(effects[0]!.steps)?.quantity).toBe(20);
  expect(firstInversion(effects[0]!.steps.slice(0, 2))).toBeUndefined();
});

const entries = fc.array(
  fc.record({
    kind: fc.constantFrom('base' as const, 'group' as const, 'member' as const, 'customer' as const),
    major: fc.integer({ min: 1, max: 4 }),
    minQuantity: fc.constantFrom(1, 5, 10),
  }),
  { maxLength: 6 },
);
const made = (all: { kind: 'base' | 'group' | 'member' | 'customer'; major: number; minQuantity: number }[]) =>
  all.map(({ kind, major, minQuantity }) =>
    aPrice('tea', major, {
      kind,
      minQuantity,
      listId: id<PriceListId>(kind),
      ...(kind === 'group' ? { groupId: hotels } : {}),
      ...(kind === 'member' ? { level: 'gold' } : {}),
      ...(kind === 'customer' ? { companyId: acme } : {}),
    }),
  );

test('for every customer and quantity the comparison says what choosing the price before and after says', () => {
  fc.assert(
    fc.property(entries, entries, fc.nat({ max: 4 }), fc.integer({ min: 1, max: 12 }), (a, b, who, quantity) => {
      const [before, after] = [made(a), made(b)];
      const priceOf = (of: PriceEntry[]) => {
        const chosen = selectPrice(of, {
          ...query,
          customer: profiles[who]!,
          quantity: { line: quantity, product: quantity, group: quantity },
        });
        return chosen.ok ? chosen.value.unitPriceE4 : undefined;
      };
      const effect = priceEffects({ before, after, profiles, from: 1, query }).find((one) =>
        one.profiles.includes(who),
      );
      const told = effect && stepAt(effect.steps, quantity);
      if (told) {
        expect(told.before?.unitPriceE4).toBe(priceOf(before));
        expect(told.after?.unitPriceE4).toBe(priceOf(after));
      } else expect(priceOf(before)).toBe(priceOf(after));
    }),
  );
});
