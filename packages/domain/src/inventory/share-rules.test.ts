import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import {
  ruleOf,
  rulesOfShelf,
  type SharingParty,
  type SharingRule,
  sharedGoods,
  sharedUnits,
  usesWanted,
} from './index.ts';

const now = instant('2026-06-01T00:00:00.000Z');
const rule = (party: SharingParty, more: Partial<SharingRule> = {}): SharingRule => ({
  id: `${party} ${more.skuIds?.join() ?? 'all'}`,
  ...{ warehouseId: 'north', party, skuIds: null, countedSince: now, quota: null, quotaFrom: null, quotaUntil: null },
  ...{ cap: null, shareBp: null, buffer: 0, breaksQuotas: false, ...more },
});
const shelf = { warehouseId: 'north', skuId: 'a', available: 100 };
const stranger = { channel: 'portal', groupId: null };
const member = { channel: 'portal', groupId: 'key' };
const take = (
  rules: SharingRule[],
  asker = stranger as typeof stranger | typeof member,
  used: [string, number][] = [],
) => sharedUnits(rules, asker, shelf, new Map(used), now).available;

test('a rule for the goods goes before one for all, of each party by itself, and only in its warehouse', () => {
  const general = rule('channel:portal', { cap: 10 });
  const special = rule('channel:portal', { cap: 20, skuIds: ['a'] });
  const elsewhere = rule('group:key', { warehouseId: 'south', cap: 1 });
  for (const rules of [
    [general, special, elsewhere],
    [elsewhere, special, general],
  ])
    expect(rulesOfShelf(rules, shelf)).toEqual([special]);
  expect(rulesOfShelf([general, special], { ...shelf, skuId: 'b' })).toEqual([general]);
  expect(sharedGoods([special], ['a', 'b'])).toEqual(['a']);
  expect(sharedGoods([], ['a'])).toEqual([]);
});

test('who has a rule of his group goes by it alone, and counts for no channel', () => {
  const rules = [rule('channel:portal', { cap: 10 }), rule('group:key', { cap: 60 })];
  expect([ruleOf(rules, member)?.cap, ruleOf(rules, stranger)?.cap, take(rules, member), take(rules)]).toEqual([
    60, 10, 60, 10,
  ]);
  expect(usesWanted(rules, stranger, shelf)).toMatchObject([{ party: 'channel:portal', exceptGroups: ['key'] }]);
  expect(usesWanted(rules, member, shelf)).toMatchObject([{ party: 'group:key', exceptGroups: [] }]);
});

test('a share is of all that was taken and is free, also by who goes by no rule', () => {
  const own = rule('group:key', { shareBp: 5_000 });
  const [mine, all] = usesWanted([own], member, shelf);
  expect([mine?.party, all?.party]).toEqual(['group:key', null]);
  // 100 free, 40 taken of which 10 by the group: half of 140, less 10.
  expect(
    take([own], member, [
      [mine!.key, 10],
      [all!.key, 40],
    ]),
  ).toBe(60);
});

test('whatever the rules are: without one of the shelf all is free, else never more than is free and never less than nothing', () => {
  const party = fc.constantFrom<SharingParty>('channel:portal', 'group:key', 'group:other');
  const some = fc.record({
    party,
    skuIds: fc.constantFrom<string[] | null>(null, ['a'], ['b']),
    quota: fc.option(fc.integer({ min: 1, max: 200 })),
    cap: fc.option(fc.nat(200)),
    shareBp: fc.option(fc.nat(10_000)),
    buffer: fc.nat(20),
    breaksQuotas: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), fc.nat(150), fc.boolean(), (fields, units, isMember) => {
      const rules = fields.map(({ party: whose, ...more }) => rule(whose, more));
      const asker = isMember ? member : stranger;
      const used = usesWanted(rules, asker, shelf).map(({ key }): [string, number] => [key, units]);
      const left = take(rules, asker, used);
      if (rulesOfShelf(rules, shelf).length === 0) expect(left).toBe(100);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(100);
    }),
  );
});
