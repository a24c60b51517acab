import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainVisibility } from './explain-visibility.ts';
import { type Assortment, isVisible, type Viewer, type VisibleGoods } from './visibility.ts';

const drill: VisibleGoods = { productId: 'drill', categoryIds: ['drills', 'tools'], brandId: 'acme', tags: ['new'] };
const tea: VisibleGoods = { productId: 'tea', categoryIds: ['tea', 'food'], tags: [] };
const kiosk: Viewer = { kind: 'company', companyId: 'kiosk', groupId: 'retail', level: 'silver' };
const stranger: Viewer = { kind: 'stranger' };

describe('which goods somebody sees', () => {
  test('without an assortment of his, all', () => {
    const others: Assortment = {
      effect: 'only',
      audiences: [{ kind: 'group', ref: 'export' }],
      goods: [{ kind: 'product', ref: 'tea' }],
    };
    expect(isVisible(drill, [], kiosk)).toBe(true);
    expect(isVisible(drill, [others], kiosk)).toBe(true);
  });

  test('several `only` give their union; a category means all below it', () => {
    const assortments: Assortment[] = [
      { effect: 'only', audiences: [{ kind: 'group', ref: 'retail' }], goods: [{ kind: 'category', ref: 'food' }] },
      { effect: 'only', audiences: [{ kind: 'company', ref: 'kiosk' }], goods: [{ kind: 'brand', ref: 'acme' }] },
    ];
    expect(isVisible(tea, assortments, kiosk)).toBe(true);
    expect(isVisible(drill, assortments, kiosk)).toBe(true);
    expect(isVisible({ ...tea, categoryIds: ['wear'] }, assortments, kiosk)).toBe(false);
  });

  test('`hide` wins over `only`, by tag, level and for strangers', () => {
    const hidden: Assortment = {
      effect: 'hide',
      audiences: [{ kind: 'level', ref: 'silver' }],
      goods: [{ kind: 'tag', ref: 'new' }],
    };
    const shown: Assortment = {
      effect: 'only',
      audiences: [{ kind: 'everyone' }],
      goods: [{ kind: 'product', ref: 'drill' }],
    };
    expect(isVisible(drill, [shown, hidden], kiosk)).toBe(false);
    expect(isVisible(drill, [shown, hidden], stranger)).toBe(true);
    expect(isVisible(drill, [{ ...hidden, audiences: [{ kind: 'stranger' }] }], stranger)).toBe(false);
  });

  test('the reason says what the rule says, and names who decided it', () => {
    const only: Assortment = {
      effect: 'only',
      audiences: [{ kind: 'company', ref: 'kiosk' }],
      goods: [{ kind: 'brand', ref: 'acme' }],
    };
    const hide: Assortment = {
      effect: 'hide',
      audiences: [{ kind: 'everyone' }],
      goods: [{ kind: 'tag', ref: 'new' }],
    };
    expect(explainVisibility(drill, [], kiosk)).toEqual({ visible: true, kind: 'unrestricted' });
    expect(explainVisibility(drill, [only], kiosk)).toEqual({ visible: true, kind: 'named', by: [only] });
    expect(explainVisibility(tea, [only, hide], kiosk)).toEqual({ visible: false, kind: 'not-named', by: [only] });
    expect(explainVisibility(drill, [only, hide], kiosk)).toEqual({ visible: false, kind: 'hidden', by: [hide] });
    expect(explainVisibility(tea, [hide], stranger)).toEqual({ visible: true, kind: 'not-hidden' });
  });

  test('the order of assortments changes nothing', () => {
    const ref = fc.constantFrom('drill', 'tea', 'tools', 'food', 'acme', 'new');
    const goods = fc.record({ kind: fc.constantFrom('product', 'category', 'brand', 'tag'), ref });
    const audience = fc.constantFrom(
      { kind: 'everyone' as const },
      { kind: 'stranger' as const },
      { kind: 'company' as const, ref: 'kiosk' },
      { kind: 'group' as const, ref: 'export' },
    );
    const assortment: fc.Arbitrary<Assortment> = fc.record({
      effect: fc.constantFrom('only', 'hide'),
      audiences: fc.array(audience, { maxLength: 3 }),
      goods: fc.array(goods, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(assortment, { maxLength: 5 }), fc.constantFrom(kiosk, stranger), (assortments, viewer) => {
        for (const product of [drill, tea]) {
          expect(isVisible(product, assortments.toReversed(), viewer)).toBe(isVisible(product, assortments, viewer));
          expect(explainVisibility(product, assortments, viewer).visible).toBe(isVisible(product, assortments, viewer));
        }
      }),
    );
  });
});
