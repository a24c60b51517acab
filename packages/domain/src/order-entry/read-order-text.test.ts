import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumber, type EntryItem, readOrderText } from './index.ts';

const shown = (item: EntryItem): string =>
  `${item.reference} = ${item.quantities.map(({ value, unit }) => `${value}${unit ?? ''}`).join('+')}`;
const goods = (text: string): string[] => readOrderText(text).flatMap((row) => row.items.map(shown));

describe('what people write', () => {
  test.each([
    // An item number and an amount, in every order and with every sign.
    ['A1023 10', ['A1023 = 10']],
    ['10 A1023', ['A1023 = 10']],
    ['A1023 x 10', ['A1023 = 10']],
    ['A1023 × 10', ['A1023 = 10']],
    ['A1023x10', ['A1023 = 10']],
    ['A1023*10', ['A1023 = 10']],
    ['A-10*200', ['A-10 = 200']],
    ['A1023：１０', ['A1023 = 10']],
    ['A1023=10', ['A1023 = 10']],
    ['Ａ１０２３　１０', ['A1023 = 10']],
    ['A1023 10个', ['A1023 = 10个']],
    ['10箱A1023', ['A1023 = 10箱']],
    ['10 pcs of W-12', ['W-12 = 10pcs']],
    ['W-12 x3 cartons', ['W-12 = 3cartons']],
    ['please send 5 boxes W-12 thanks', ['W-12 = 5boxes']],
    ['A1023 1,200个', ['A1023 = 1200个']],
    ['A1023 2.5公斤', ['A1023 = 2.5公斤']],
    // Chinese numerals, halves, compounds.
    ['1. W-12 十二瓶', ['W-12 = 12瓶']],
    ['要A1023十箱谢谢', ['A1023 = 10箱']],
    ['2、扳手 半箱', ['扳手 = 0.5箱']],
    ['两箱半 A1', ['A1 = 2.5箱']],
    ['A1023 3箱5瓶', ['A1023 = 3箱+5瓶']],
    ['A1023 3箱零5瓶', ['A1023 = 3箱+5瓶']],
    ['A1023 一百二十个', ['A1023 = 120个']],
    // Names that hold numbers of their own.
    ['五粮液两瓶', ['五粮液 = 2瓶']],
    ['三只松鼠 两包', ['三只松鼠 = 2包']],
    ['三星手机 1台', ['三星手机 = 1台']],
    ['500ml可乐 2箱', ['500ml可乐 = 2箱']],
    ['12支装中性笔 5盒', ['12支装中性笔 = 5盒']],
    ['红牛 24罐/箱 3箱', ['红牛 24罐/箱 = 3箱']],
    ['农夫山泉550ml*24瓶 5箱', ['农夫山泉550ml*24瓶 = 5箱']],
    ['M8x30 100个', ['M8x30 = 100个']],
    ['8x30 100', ['8x30 = 100']],
    ['iphone 15 128g 2台', ['iphone 15 128g = 2台']],
    // Several in a line.
    ['W-12,3;W-13,4', ['W-12 = 3', 'W-13 = 4']],
    ['W-1两个，W-2三个', ['W-1 = 2个', 'W-2 = 3个']],
    ['要货：W-1 2个 W-2 3个', ['W-1 = 2个', 'W-2 = 3个']],
    ['A1023 10 A1024 5 A1030 3', ['A1023 = 10', 'A1024 = 5', 'A1030 = 3']],
    ['螺丝, 镀锌, M8 100个', ['螺丝 镀锌 M8 = 100个']],
    ['A1023 x 10, 红色 M 码 3箱5瓶', ['A1023 = 10', '红色 M 码 = 3箱+5瓶']],
    // Barcodes.
    ['6901234567892', ['6901234567892 = ']],
    ['6901234567892 3', ['6901234567892 = 3']],
    ['6901234567892\n6901234567892', ['6901234567892 = ', '6901234567892 = ']],
    // Rows of a spreadsheet.
    ['A1023\t扳手\t12\nA1024\t钳子\t3', ['A1023 = 12', 'A1024 = 3']],
    ['货号\t品名\t数量\t单位\nA1023\t扳手\t12\t把', ['A1023 = 12把']],
    ['序号\t数量\t货号\n1\t12\tA1023\n2\t7\tA1024', ['A1023 = 12', 'A1024 = 7']],
    ['Item\tPrice\tQty\nW-12\t3.50\t40', ['W-12 = 40']],
    ['扳手\t12\t把', ['扳手 = 12把']],
    // Nothing asked for.
    ['老板好，麻烦发货', []],
    ['谢谢！', []],
  ])('%j', (text, expected) => {
    expect(goods(text)).toEqual(expected);
  });

  test('what could be read in two ways says so', () => {
    expect(readOrderText('A1023x10')[0]?.items[0]).toMatchObject({
      confidence: 'likely',
      alternatives: [{ reference: 'A1023x10', quantities: [] }],
    });
    expect(readOrderText('A1023 x 10')[0]?.items[0]?.confidence).toBe('sure');
    expect(readOrderText('20只')[0]?.items[0]).toMatchObject({ reference: '', confidence: 'doubt' });
    expect(readOrderText('W-12')[0]?.items[0]).toMatchObject({
      reference: 'W-12',
      quantities: [],
      confidence: 'doubt',
    });
  });

  test('words for a variant remember the goods before them', () => {
    const [, variant] = readOrderText('A1023 x 10, 红色 M 码 3箱')[0]?.items ?? [];
    expect(variant).toMatchObject({ reference: '红色 M 码', follows: 'A1023' });
  });

  test('the catalogue brings units of its own', () => {
    expect(readOrderText('A1023 3坛', { units: ['坛'] })[0]?.items[0]?.quantities).toEqual([{ value: 3, unit: '坛' }]);
  });
});

describe('nothing is dropped', () => {
  const word = fc.constantFrom(
    'A1023',
    'W-12',
    '扳手',
    '3箱',
    '5',
    'x',
    '\t',
    ' ',
    '，',
    '两瓶',
    '6901234567892',
    '谢谢',
    ';',
    '*',
    '１２',
    '😀',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(word, { maxLength: 14 }).map((words) => words.join('')),
    fc
      .array(
        fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
        { maxLength: 8 },
      )
      .map((lines) => lines.join('\n')),
  );

  test('each line of any text comes back once, as it was, with goods or a reason', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const rows = readOrderText(text);
        expect(rows.map((row) => row.source)).toEqual(text.split(/\r\n|\r|\n/u));
        expect(rows.map((row) => row.line)).toEqual(rows.map((_, at) => at + 1));
        for (const row of rows) expect(row.items.length > 0).toBe(row.none === undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a code and an amount are found whatever stands around the line', () => {
    const code = fc
      .tuple(fc.constantFrom('A', 'BX-', 'W', 'kz-1-'), fc.integer({ min: 100, max: 9_999 }))
      .map(([a, n]) => `${a}${n}`);
    const unit = fc.constantFrom('箱', '个', '瓶', 'pcs', '盒');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(code, fc.integer({ min: 1, max: 9_999 }), unit), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const text = ['老板好', ...lines.map(([c, n, u]) => `${c} ${n}${u}`), '谢谢'].join('\n');
          expect(goods(text)).toEqual(lines.map(([c, n, u]) => `${c} = ${n}${u}`));
        },
      ),
    );
  });
});

test('a long hostile line is read in a time that grows with its length only', () => {
  const rows = readOrderText(`${'3箱'.repeat(5_000)}\n${'a1-'.repeat(5_000)}\n${'，'.repeat(5_000)}`);
  expect(rows).toHaveLength(3);
});

test.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['两百五十', 250],
  ['两百五', 250],
  ['一千零五', 1005],
  ['三万', 30_000],
  ['一万二千', 12_000],
  ['二五', 25],
  ['半', 0.5],
  ['百十百', undefined],
  ['', undefined],
  ['箱', undefined],
])('the numeral %s is %s', (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});
