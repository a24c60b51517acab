import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Known } from './cell.ts';
import { decimalText, readDecimal } from './decimal.ts';
import { goodsFields } from './goods-fields.ts';
import { guessColumns } from './guess-columns.ts';
import { nameIndex } from './known.ts';
import { sheetFields } from './list-fields.ts';
import { readCell, readFileCell, sameValue, writeCell } from './read-cell.ts';
import { quantityProblem } from './row-rules.ts';
import { unitNames } from './units.ts';

const known: Known = {
  unit: nameIndex(unitNames()),
  category: nameIndex([
    { id: 'c1', names: ['五金工具 > 扳手', '扳手', 'Wrenches'] },
    { id: 'c2', names: ['汽修 > 扳手', '扳手'] },
    { id: 'c3', names: ['劳保用品', 'Safety'] },
  ]),
  brand: nameIndex([{ id: 'b1', names: ['世达', 'SATA'] }]),
};
const field = (key: string) => goodsFields.find((each) => each.key === key)!;
const read = (key: string, text: string) => readCell(field(key), text, known);

describe('a cell that cannot be taken names what would have worked', () => {
  test('a traditional character is asked about, not taken silently', () => {
    expect(read('unit', '個')).toEqual({ ok: false, error: { kind: 'unknown', what: 'unit', nearest: '个' } });
    expect(read('unit', '个')).toEqual({ ok: true, value: '个' });
  });
  test('a name of one sign is no misspelling of every other one', () => {
    expect(read('unit', '囍')).toMatchObject({ error: { kind: 'unknown', nearest: undefined } });
  });
  test('a misspelt category, a brand in the other case, a name that two share', () => {
    expect(read('category', '劳保用吕')).toMatchObject({ error: { kind: 'unknown', nearest: '劳保用品' } });
    expect(read('brand', 'sata')).toEqual({ ok: true, value: 'b1' });
    expect(read('category', '扳手')).toEqual({
      ok: false,
      error: { kind: 'ambiguous', names: ['五金工具 > 扳手', '汽修 > 扳手'] },
    });
    expect(read('category', '汽修 > 扳手')).toEqual({ ok: true, value: 'c2' });
  });
  test('numbers as people write them', () => {
    expect(read('minQuantity', '1,200')).toMatchObject({ error: { kind: 'not-whole', nearest: '1200' } });
    expect(read('minQuantity', '12.5')).toMatchObject({ error: { kind: 'not-whole', nearest: '12' } });
    expect(read('minQuantity', '0')).toMatchObject({ error: { kind: 'out-of-range', nearest: '1' } });
    expect(read('cost', '¥ 12.30')).toMatchObject({ error: { kind: 'not-decimal', nearest: '12.30' } });
    expect(read('minQuantity', '12.00')).toEqual({ ok: true, value: 12 });
  });
  test('choices by either language', () => {
    expect(read('productStatus', 'Published')).toEqual({ ok: true, value: 'published' });
    expect(read('productStatus', '上架')).toEqual({ ok: true, value: 'published' });
    expect(read('productStatus', '上价')).toMatchObject({ error: { kind: 'not-one-of', nearest: '上架' } });
    expect(read('taxRate', '13%')).toEqual({ ok: true, value: '13' });
  });
  test('options, with full-width signs offered as plain ones', () => {
    expect(read('options', '颜色|Colour=红|Red; 尺寸=M')).toEqual({
      ok: true,
      value: [
        { axis: { zh: '颜色', en: 'Colour' }, value: { zh: '红', en: 'Red' } },
        { axis: { zh: '尺寸' }, value: { zh: 'M' } },
      ],
    });
    expect(read('options', '颜色：红；尺寸：M')).toMatchObject({ error: { nearest: '颜色=红;尺寸=M' } });
    expect(read('options', '红色')).toMatchObject({ error: { kind: 'not-options', nearest: undefined } });
  });
});

describe('empty cells and the minus sign', () => {
  test('an empty cell says nothing, a minus empties what may be empty', () => {
    expect(read('barcode', ' ')).toEqual({ ok: true, value: undefined });
    expect(read('barcode', '-')).toEqual({ ok: true, value: null });
    expect(read('nameZh', '-')).toMatchObject({ error: { kind: 'must-not-be-cleared' } });
  });
  test('the text "-" of an exported file is a text', () => {
    expect(readFileCell(field('model'), "'-", known)).toEqual({ ok: true, value: '-' });
  });
});

test('what is written is read back as the same value', () => {
  const values: [string, fc.Arbitrary<string | number | string[]>][] = [
    ['minQuantity', fc.integer({ min: 1, max: 1_000_000 })],
    ['cost', fc.integer({ min: 0, max: 100_000_000_000 })],
    ['taxRate', fc.constantFrom('13', '9', '0')],
    ['unit', fc.constantFrom('个', '箱')],
    ['category', fc.constantFrom('c1', 'c2', 'c3')],
    ['productStatus', fc.constantFrom('draft', 'published', 'withdrawn')],
    ['tags', fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 })],
  ];
  for (const [key, value] of values)
    fc.assert(
      fc.property(value, (written) => {
        const back = readFileCell(field(key), String(writeCell(field(key), written, known)), known);
        expect(back.ok && sameValue(back.value, written)).toBe(true);
      }),
    );
});

test('a decimal is read digit by digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), fc.constantFrom(0, 2, 4), (value, decimals) => {
      const text = decimalText(value, decimals);
      expect(readDecimal(text, { decimals, from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({ ok: true, value });
    }),
  );
});

describe('which column is which', () => {
  test('our own headers, in either language, are all found', () => {
    for (const fields of Object.values(sheetFields))
      for (const header of [
        fields.map(({ zh }) => zh),
        fields.map(({ en }) => `${en} *`),
        fields.map((f) => `${f.zh} ${f.en}`),
      ])
        expect(guessColumns(header, fields)).toEqual(Object.fromEntries(fields.map(({ key }, at) => [key, at])));
  });
  test('headers of other systems, in another order, with strange ones between', () => {
    const guess = guessColumns(['品名', 'SKU', '备注', 'MOQ', '条形码', '类目', 'UOM', 'Catgory Name'], goodsFields);
    expect(guess).toMatchObject({ nameZh: 0, itemNumber: 1, minQuantity: 3, barcode: 4, category: 5, unit: 6 });
    expect(Object.values(guess)).not.toContain(2);
  });
  test('a column serves one field', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('sku', '名称', 'name', '单位'))), (header) => {
        const taken = Object.values(guessColumns(header, goodsFields));
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

test('goods that nobody could buy are refused with the least that would do', () => {
  expect(quantityProblem({ minQuantity: 10, multiple: 12, maxQuantity: 11 })).toMatchObject({
    key: 'maxQuantity',
    problem: { minimum: 12, nearest: '12' },
  });
  expect(quantityProblem({ minQuantity: 10, multiple: 12, maxQuantity: 12 })).toBeUndefined();
  expect(quantityProblem({ minQuantity: 10 })).toBeUndefined();
});
