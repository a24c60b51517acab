import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompanyId, type CustomerGroupId, id, instant, type PriceListId } from '../kernel/index.ts';
import { CNY, type Currency, unitPriceE4 } from '../money/index.ts';
import { aPrice, NOON } from '../testing/index.ts';
import { PRICE_KINDS, type PriceEntry } from './price-entry.ts';
import { selectPrice } from './select-price.ts';
import type { PriceQuery } from './validity.ts';

const company = id<CompanyId>('acme');
const group = id<CustomerGroupId>('hotels');

const query = (more: Partial<PriceQuery> = {}): PriceQuery => ({
  now: NOON,
  currency: CNY,
  customer: { companyId: company, groupIds: [group], level: 'gold', channel: 'portal', regions: ['CN', 'CN-SH'] },
  quantity: { line: 10, product: 30, group: 60 },
  ...more,
});

const on = (list: string, major: number, more: Partial<PriceEntry> = {}): PriceEntry =>
  aPrice('tea', major, { listId: id<PriceListId>(list), ...more });

const choose = (entries: readonly PriceEntry[], more: Partial<PriceQuery> = {}) => {
  const chosen = selectPrice(entries, query(more));
  return chosen.ok ? [chosen.value.listId, chosen.value.unitPriceE4] : chosen.error.kind;
};

const verdicts = (entries: readonly PriceEntry[], more: Partial<PriceQuery> = {}) => {
  const chosen = selectPrice(entries, query(more));
  return (chosen.ok ? chosen.value : chosen.error).considered.map(({ reason }) => reason);
};

test('the access sequence: each kind gives way to the more specific one, even a dearer one', () => {
  const entries = PRICE_KINDS.map((kind, index) => on(kind, 20 - index, { kind }));
  for (const [index, kind] of PRICE_KINDS.entries())
    expect(choose(entries.slice(index))).toEqual([kind, (20 - index) * 10_000]);
  expect(verdicts(entries)).toEqual([
    'chosen',
    'less-specific',
    'less-specific',
    'less-specific',
    'less-specific',
    'less-specific',
  ]);
});

test('inside a kind: priority, then later validity, then larger tier, then list id', () => {
  const spring = { validFrom: instant('2026-03-01T00:00:00.000Z') };
  expect(verdicts([on('a', 1), on('b', 2, { priority: 1 })])).toEqual(['lower-priority', 'chosen']);
  expect(verdicts([on('a', 1), on('b', 2, spring)])).toEqual(['older', 'chosen']);
  expect(verdicts([on('a', 1, { minQuantity: 2 }), on('a', 2, { minQuantity: 10 }), on('a', 3)])).toEqual([
    'smaller-tier',
    'chosen',
    'smaller-tier',
  ]);
  expect(verdicts([on('b', 1), on('a', 2)])).toEqual(['later-list-id', 'chosen']);
});

test.each([
  ['no-amount', { amountE4: null }],
  ['other-currency', { currency: 'USD' as Currency }],
  ['not-yet-valid', { validFrom: instant('2026-03-06T04:00:00.001Z') }],
  ['expired', { validTo: NOON }],
  ['other-customer', { companyId: id<CompanyId>('best') }],
  ['other-group', { groupId: id<CustomerGroupId>('shops') }],
  ['other-level', { level: 'silver' }],
  ['other-channel', { channel: 'app' }],
  ['other-region', { region: 'CN-BJ' }],
  ['below-minimum-quantity', { minQuantity: 11 }],
  ['above-maximum-quantity', { maxQuantity: 9 }],
] as const)('an entry is not valid: %s', (reason, more) => {
  expect(verdicts([on('a', 5, more)])).toEqual([reason]);
  expect(choose([on('a', 5, more)])).toBe('no-price');
  expect(choose([on('a', 5, more), on('base', 7)])).toEqual(['base', 70_000]);
});

test('an entry that names this very buyer and moment is valid; bounds are inclusive, validity is half-open', () => {
  const exact = {
    currency: CNY,
    validFrom: NOON,
    validTo: instant('2026-03-06T04:00:00.001Z'),
    companyId: company,
    groupId: group,
    level: 'gold',
    channel: 'portal',
    region: 'CN-SH',
    minQuantity: 10,
    maxQuantity: 10,
  };
  expect(choose([on('mine', 5, exact)])).toEqual(['mine', 50_000]);
});

test('a buyer of whom nothing is known gets no special price', () => {
  const special = [
    { companyId: company },
    { groupId: group },
    { level: 'gold' },
    { channel: 'portal' },
    { region: 'CN' },
  ].map((more) => on('special', 1, more));
  expect(choose([...special, on('base', 9)], { customer: {} })).toEqual(['base', 90_000]);
});

test('0 is a price; nothing valid is a refusal that still says why', () => {
  expect(choose([on('free', 0)])).toEqual(['free', 0]);
  expect(choose([])).toBe('no-price');
});

test('tiers count what their basis says: the line, the product, the pricing group', () => {
  const tier = (tierBy: PriceEntry['tierBy']) => on('bulk', 5, { minQuantity: 30, tierBy });
  expect(choose([tier('line'), on('base', 9)])).toEqual(['base', 90_000]);
  expect(choose([tier('product'), on('base', 9)])).toEqual(['bulk', 50_000]);
  expect(choose([{ ...tier('group'), minQuantity: 60 }, on('base', 9)])).toEqual(['bulk', 50_000]);
});

test('a tier in boxes counts boxes', () => {
  const box = { code: 'box', factor: '24' };
  const boxes = [on('base', 9), on('box', 200, { unit: box, minQuantity: '2.5', kind: 'group' })];
  expect(choose(boxes, { quantity: { line: 59, product: 0, group: 0 } })[0]).toBe('base');
  expect(choose(boxes, { quantity: { line: 60, product: 0, group: 0 } })[0]).toBe('box');
  expect(
    choose([on('a', 9, { minQuantity: 20 }), on('a', 200, { unit: box, minQuantity: 1 })], {
      quantity: { line: 24, product: 0, group: 0 },
    })[1],
  ).toBe(2_000_000);
});

test('a tier in parts of a unit that is itself a fraction is exact', () => {
  const half = on('half', 3, { unit: { code: 'half', factor: '0.5' }, minQuantity: '2.5', kind: 'group' });
  expect(choose([half, on('base', 9)], { quantity: { line: 1, product: 0, group: 0 } })[0]).toBe('base');
  expect(choose([half, on('base', 9)], { quantity: { line: 2, product: 0, group: 0 } })[0]).toBe('half');
});

test('0.07 of a hundred is seven, which a binary float would miss', () => {
  const box = on('box', 3, { unit: { code: 'box', factor: '100' }, minQuantity: '0.07' });
  expect(choose([box], { quantity: { line: 7, product: 0, group: 0 } })).toEqual(['box', 30_000]);
});

test('two entries of one list that nothing tells apart: the lower price, whatever their order', () => {
  const twins = [on('a', 6), on('a', 5)];
  expect([choose(twins), choose(twins.toReversed())]).toEqual([
    ['a', 50_000],
    ['a', 50_000],
  ]);
  expect(verdicts(twins)).toEqual(['later-list-id', 'chosen']);
  expect(verdicts([on('a', 5), on('a', 5)])).toEqual(['later-list-id', 'chosen']);
});

test('lowest: among group, member, channel and base prices the cheapest per base unit wins, never over a contract', () => {
  const box = on('box', 120, { kind: 'base', unit: { code: 'box', factor: '24' } });
  const entries = [on('group', 8, { kind: 'group' }), on('base', 7), box];
  expect(choose(entries, { pick: 'lowest' })).toEqual(['box', 1_200_000]);
  expect(verdicts(entries, { pick: 'lowest' })).toEqual(['dearer', 'dearer', 'chosen']);
  expect(choose([...entries, on('contract', 99, { kind: 'contract' })], { pick: 'lowest' })).toEqual([
    'contract',
    990_000,
  ]);
  expect(
    choose([on('customer', 9, { kind: 'customer' }), on('contract', 99, { kind: 'contract' })], { pick: 'lowest' })[0],
  ).toBe('contract');
  expect(choose([on('group', 7, { kind: 'group' }), on('base', 7)], { pick: 'lowest' })[0]).toBe('group');
  expect(choose([on('customer', 9, { kind: 'customer' }), on('base', 1)], { pick: 'lowest' })[0]).toBe('customer');
  const gram = { code: 'g', factor: '1/1000' };
  expect(choose([on('g', 0.02, { unit: gram }), on('base', 21)], { pick: 'lowest' })[0]).toBe('g');
  expect(choose([on('g', 0.02, { unit: gram }), on('base', 19)], { pick: 'lowest' })[0]).toBe('base');
});

test('the level percent takes from base and channel prices, and from others only when the entry says so', () => {
  const customer = { levelPercent: '12.5' };
  expect(choose([on('base', 10)], { customer })).toEqual(['base', 87_500]);
  expect(choose([on('channel', 10, { kind: 'channel' })], { customer })).toEqual(['channel', 87_500]);
  expect(choose([on('contract', 10, { kind: 'contract' })], { customer })).toEqual(['contract', 100_000]);
  expect(choose([on('group', 10, { kind: 'group', levelDiscountable: true })], { customer })).toEqual([
    'group',
    87_500,
  ]);
  expect(choose([on('base', 10, { levelDiscountable: false })], { customer })).toEqual(['base', 100_000]);
  expect(choose([on('base', 0.0001)], { customer: { levelPercent: '50' } })).toEqual(['base', 1]);
  expect(choose([on('base', 10)], { customer: { levelPercent: '150' } })).toEqual(['base', 0]);
});

test('the choice shows what the level took, the tier and the quantity counted', () => {
  const chosen = selectPrice(
    [on('base', 10, { minQuantity: 5, tierBy: 'product' })],
    query({ customer: { levelPercent: '10' } }),
  );
  expect(chosen).toMatchObject({
    ok: true,
    value: { unitPriceE4: 90_000, minQuantity: 5, tierQuantity: 30, level: { percent: '10', beforeE4: 100_000 } },
  });
  const plain = selectPrice([on('c', 10, { kind: 'contract' })], query({ customer: { levelPercent: '10' } }));
  expect(plain.ok && plain.value.level).toBeUndefined();
  const nobody = selectPrice([on('base', 10)], query());
  expect(nobody).toMatchObject({ ok: true, value: { tierQuantity: 10 } });
  expect(nobody.ok && nobody.value.level).toBeUndefined();
});

test('the order of the entries does not matter', () => {
  const entry = fc.record({
    list: fc.constantFrom('a', 'b', 'c'),
    major: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom(...PRICE_KINDS),
    priority: fc.nat({ max: 1 }),
    minQuantity: fc.constantFrom(undefined, 5, 10),
  });
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('first' as const, 'lowest' as const),
      (specs, pick) => {
        const entries = specs.map(({ list, major, ...more }) =>
          on(list, major, { ...more, amountE4: unitPriceE4(major * 10_000) }),
        );
        expect(choose(entries.toReversed(), { pick })).toEqual(choose(entries, { pick }));
      },
    ),
    { numRuns: 10_000 },
  );
});
