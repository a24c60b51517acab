import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountedGoods, inBaseUnits, readOrderText } from './index.ts';

const water: CountedGoods = {
  unit: { zh: '瓶', en: 'bottle' },
  packUnits: [
    { code: 'pack', name: { zh: '提', en: 'tray' }, factor: 6 },
    { code: 'carton', name: { zh: '箱', en: 'carton' }, factor: 24 },
  ],
  cartonQuantity: 24,
};
const pens: CountedGoods = { unit: { zh: '支', en: 'piece' }, packUnits: [], cartonQuantity: 144 };
const loose: CountedGoods = { unit: { zh: '件', en: 'piece' }, packUnits: [], cartonQuantity: 1 };

/** As a buyer writes it. */
const amount = (text: string, goods: CountedGoods) =>
  inBaseUnits(readOrderText(`A1023 ${text}`)[0]?.items[0]?.quantities ?? [], goods);

describe('an amount in the units of the goods', () => {
  test.each([
    ['3箱5瓶', water, 77],
    ['半箱', water, 12],
    ['两箱半', water, 60],
    ['2 cases', water, 48],
    ['4提', water, 24],
    ['10', water, 10],
    ['10个', water, 10],
    ['2打', water, 24],
    ['1箱', pens, 144],
    ['1件', pens, 144],
    ['5件', loose, 5],
    ['十二支', pens, 12],
  ])('%s', (text, goods, units) => {
    expect(amount(text, goods)).toEqual({ ok: true, value: units });
  });

  test('a unit the goods do not have is refused with those they have', () => {
    expect(amount('2卷', water)).toEqual({
      ok: false,
      error: { kind: 'unknown-unit', unit: '卷', units: [water.unit, ...water.packUnits.map(({ name }) => name)] },
    });
  });

  test('a carton of goods that come loose is not guessed', () => {
    expect(amount('2箱', { ...loose, unit: { zh: '米', en: 'metre' } })).toMatchObject({
      error: { kind: 'unknown-unit' },
    });
  });

  test('what does not come out whole is refused, never rounded', () => {
    expect(amount('0.3瓶', water)).toMatchObject({ error: { kind: 'not-whole' } });
    expect(amount('0', water)).toMatchObject({ ok: false });
    expect(inBaseUnits([], water)).toEqual({ ok: false, error: { kind: 'no-amount' } });
  });

  test('packs and singles add up, whatever the pack holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 2, max: 999 }),
        (packs, singles, factor) => {
          const goods = { ...water, packUnits: [{ code: 'c', name: { zh: '箱' }, factor }] };
          const written = [{ value: packs, unit: '箱' }, ...(singles > 0 ? [{ value: singles, unit: '瓶' }] : [])];
          expect(inBaseUnits(written, goods)).toEqual({ ok: true, value: packs * factor + singles });
        },
      ),
    );
  });
});
