import { checkQuantity } from '@tradeline/domain/catalog';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryUnits, rulesInPacks } from './pack-quantity.ts';

const size = fc.integer({ min: 1, max: 60 });

test('so many packs may be ordered exactly when their base units may', () => {
  fc.assert(
    fc.property(
      size,
      size,
      size,
      fc.option(size),
      fc.integer({ min: 1, max: 200 }),
      (factor, minimum, multiple, extra, packs) => {
        const rules = { minimum, multiple, ...(extra === null ? {} : { maximum: minimum + extra * multiple }) };
        expect(checkQuantity(packs, rulesInPacks(rules, factor)).ok).toBe(checkQuantity(packs * factor, rules).ok);
      },
    ),
  );
});

test('the carton is a unit where no pack stands for it', () => {
  const sku = { unit: { zh: '把' }, cartonQuantity: 24, packUnits: [{ code: 'box', name: { zh: '盒' }, factor: 6 }] };
  expect(entryUnits(sku, { zh: '箱' }).map(({ factor }) => factor)).toEqual([1, 6, 24]);
  expect(entryUnits({ ...sku, cartonQuantity: 6 }, { zh: '箱' }).map(({ code }) => code)).toEqual(['base', 'box']);
});
