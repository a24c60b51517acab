import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seesPrices, storefronts, strangerSees } from './price-display.ts';

const words = fc.record({
  roleMay: fc.boolean(),
  company: fc.constantFrom('shown', 'hidden', null, undefined),
  groupHidden: fc.boolean(),
});

test('no word gives a role more than it has', () => {
  fc.assert(
    fc.property(words, (word) => {
      expect(seesPrices({ ...word, roleMay: false })).toBe(false);
    }),
  );
});

test('the company’s word stands over the group’s, and silence means the group decides', () => {
  fc.assert(
    fc.property(fc.boolean(), (groupHidden) => {
      expect(seesPrices({ roleMay: true, company: 'shown', groupHidden })).toBe(true);
      expect(seesPrices({ roleMay: true, company: 'hidden', groupHidden })).toBe(false);
      expect(seesPrices({ roleMay: true, company: null, groupHidden })).toBe(!groupHidden);
    }),
  );
});

test('a stranger sees goods when the shop says so, prices only when it is public', () => {
  expect(storefronts.map((storefront) => strangerSees(storefront))).toEqual([
    undefined,
    { prices: false },
    { prices: true },
  ]);
});
