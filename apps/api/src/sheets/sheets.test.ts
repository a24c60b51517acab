import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delimiterOf } from './parse-csv.ts';
import { readSheet } from './read-sheet.ts';
import { zipOf } from './testing/zip.ts';
import { type Cell, writeSheet } from './write-sheet.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradeline-sheets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let serial = 0;
const fileOf = (bytes: Uint8Array | string): string => {
  const path = join(folder, `file-${++serial}`);
  writeFileSync(path, bytes);
  return path;
};
const written = async (format: 'xlsx' | 'csv', header: string[], rows: Cell[][]): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  async function* source() {
    yield* rows;
  }
  for await (const part of writeSheet(format, { name: 'Sheet', header }, source())) parts.push(part);
  return Buffer.concat(parts);
};
const CELLS = '<row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c></row>';
const workbook = (sheet: string, more: Record<string, string | Buffer> = {}) => ({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
  ...more,
});

describe('files that a spreadsheet program writes', () => {
  test.each(['xlsx', 'csv'] as const)('%s comes back as it was written', async (format) => {
    const rows: Cell[][] = [
      ['A-1', '扳手 12"', 12.5],
      ['A-2', 'two\nlines, and a comma', -3],
      ['6901234567892', '', 6901234567892],
    ];
    const read = await readSheet(fileOf(await written(format, ['货号', '名称', '数量'], rows)));
    expect(read).toMatchObject({ ok: true, value: { header: ['货号', '名称', '数量'] } });
    expect(read.ok && read.value.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'A-1', '扳手 12"', '12.5'],
      [3, 'A-2', 'two\nlines, and a comma', '-3'],
      [4, '6901234567892', '', '6901234567892'],
    ]);
  });

  test.each([
    ['GB18030', Buffer.from([0xbb, 0xf5, 0xba, 0xc5, 0x2c, 0x78, 0x0a, 0x31, 0x2c, 0x32])],
    ['UTF-8 with a mark', Buffer.from('\uFEFF货号,x\r\n1,2')],
    ['semicolons', Buffer.from('货号;x\n1;2')],
    ['tabs in UTF-16, as "Unicode text"', Buffer.from('\uFEFF货号\tx\r\n1\t2', 'utf16le')],
  ])('CSV in %s', async (_, bytes) => {
    expect(await readSheet(fileOf(bytes))).toMatchObject({
      ok: true,
      value: { header: ['货号', 'x'], rows: [{ row: 2, cells: ['1', '2'] }] },
    });
  });

  test('empty lines count as rows of the sheet and are no goods', async () => {
    const read = await readSheet(fileOf('sku,name\n\nA,one\n,\nB,two\n'));
    expect(read.ok && read.value.rows.map(({ row }) => row)).toEqual([3, 5]);
  });
  test('a comma inside a quoted header is no delimiter', () => {
    expect(delimiterOf('"a,b,c";x\n')).toBe(';');
  });
  test('formulas are read as the value saved with them, and counted', async () => {
    const path = fileOf(zipOf(workbook(`${CELLS}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`)));
    expect(await readSheet(path)).toMatchObject({ ok: true, value: { rows: [{ cells: ['2'] }], formulas: 1 } });
  });
});

describe('T15: files that are made to hurt', () => {
  const problem = async (bytes: Uint8Array | string, limits = {}) => {
    const read = await readSheet(fileOf(bytes), limits);
    return read.ok ? 'read' : read.error;
  };
  test('1 MiB that becomes 1 GiB is refused by its directory', async () => {
    const bomb = zipOf(workbook(CELLS, { 'xl/media/big.xml': deflateRawSync(Buffer.alloc(64 * 1024 * 1024)) }), {
      'xl/media/big.xml': 1024 * 1024 * 1024,
    });
    expect(await problem(bomb)).toMatchObject({ kind: 'too-large-unpacked', limit: 50 * 1024 * 1024 });
  });
  test('a directory that lies about the size is found out while unpacking', async () => {
    const bomb = zipOf(workbook(CELLS, { 'xl/media/big.xml': deflateRawSync(Buffer.alloc(64 * 1024 * 1024)) }), {
      'xl/media/big.xml': 10,
    });
    expect(await problem(bomb)).toEqual({ kind: 'damaged' });
  });
  test('10,000 entries, an archive inside, entities, no sheet at all', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x/${at}.xml`, '']));
    expect(await problem(zipOf(workbook(CELLS, many)))).toMatchObject({ kind: 'too-many-entries', limit: 100 });
    expect(await problem(zipOf(workbook(CELLS, { 'xl/embeddings/inner.zip': 'PK' })))).toMatchObject({
      kind: 'archive-inside',
    });
    const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
    expect(await problem(zipOf(workbook(CELLS, { 'xl/sharedStrings.xml': entity })))).toMatchObject({
      kind: 'declares-entities',
    });
    expect(await problem(zipOf({ 'a.txt': 'hello' }))).toEqual({ kind: 'not-a-sheet' });
    expect(await problem(Buffer.from('PK\u0003\u0004 and nothing more'))).toEqual({ kind: 'damaged' });
  });
  test('more rows than the bar, in either format', async () => {
    expect(await problem(`sku\n${'x\n'.repeat(20_001)}`)).toEqual({ kind: 'too-many-rows', limit: 20_000 });
    const rows = Array.from({ length: 20_001 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`);
    expect(await problem(zipOf(workbook(CELLS + rows.join(''))))).toEqual({ kind: 'too-many-rows', limit: 20_000 });
  });
  test('a formula that was never computed is named by its cell', async () => {
    expect(await problem(zipOf(workbook(`${CELLS}<row r="2"><c r="A2"><f>WEBSERVICE("x")</f></c></row>`)))).toEqual({
      kind: 'formula-without-value',
      cells: ['A2'],
    });
  });
  test('an open quote, bytes in no encoding, nothing but a header', async () => {
    expect(await problem('a,b\n1,"2\n')).toMatchObject({ kind: 'broken-csv' });
    expect(await problem(Buffer.from([0x61, 0xff, 0xff, 0x0a]))).toEqual({ kind: 'unknown-encoding' });
    expect(await problem('sku,name\n')).toEqual({ kind: 'no-rows' });
  });
  test('a file that takes too long or too much ends its thread and nothing else', async () => {
    expect(await problem('sku\nA', { seconds: 0.001 })).toMatchObject({ kind: 'takes-too-long' });
  });
});

test('T21: nothing that anybody typed runs when an export is opened, headers included', async () => {
  const nasty = ['=1+1', '+1', '-1', '@A1', '\t=1', '＝1', "'=1", '"=1+1', ';=1', 'plain'];
  const sheet = (await readXlsx(await written('xlsx', nasty, [[...nasty], nasty.map((_, at) => -at)]))).sheets[0]!;
  for (const row of sheet.rows.slice(0, 2))
    for (const cell of row) expect(String(cell)).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u);
  expect(sheet.rows[2]?.[3]).toBe(-3);
  const csv = (await written('csv', nasty, [nasty])).toString();
  for (const field of csv
    .slice(1)
    .split(/,|\r\n/u)
    .filter(Boolean))
    expect(field).toMatch(/^"(?![\s]*[=+\-@＝＋－＠])/u);
});
