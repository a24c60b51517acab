import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readFile } from './read-file.ts';
import { folderOf } from './testing/folder.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const remove of cleanups.splice(0)) remove();
});

const readText = async (content: string | Buffer | undefined) => {
  const folder = folderOf({ 'x.csv': content });
  cleanups.push(folder.remove);
  const rows: { row: number; cells: string[] }[] = [];
  let header: string[] = [];
  const done = await readFile(
    join(folder.path, 'x.csv'),
    'x.csv',
    (names) => {
      header = names;
      return [];
    },
    (row) => rows.push(row),
  );
  return { done, header, rows };
};

describe('a file is read as a spreadsheet program would', () => {
  test('with a byte order mark, CRLF, quoted commas, quotes and line breaks', async () => {
    const { header, rows } = await readText('\uFEFFid,name\r\n1,"a, ""b""\r\nc"\r\n2,茶\r\n');
    expect(header).toEqual(['id', 'name']);
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'a, "b"\r\nc'] },
      { row: 3, cells: ['2', '茶'] },
    ]);
  });

  test('an empty line is no row, and the rows after it keep their number', async () => {
    const { rows } = await readText('id\n1\n\n2\n');
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  test('characters that are cut by the end of a chunk are whole', async () => {
    const { rows } = await readText(`id\n${'茶'.repeat(60_000)}\n`);
    expect(rows[0]?.cells[0]).toHaveLength(60_000);
  });
});

describe('a file that cannot be read says why', () => {
  test('not there', async () =>
    expect((await readText(undefined)).done).toMatchObject({ error: [{ kind: 'missing-file' }] }));
  test('nothing in it', async () =>
    expect((await readText('')).done).toMatchObject({ error: [{ kind: 'no-header' }] }));
  test('another encoding, as old Chinese programs write', async () => {
    const gbk = Buffer.concat([Buffer.from('id\n'), Buffer.from([0xb2, 0xe8]), Buffer.from('\n')]);
    expect((await readText(gbk)).done).toMatchObject({ error: [{ kind: 'not-utf8' }] });
  });
  test('a quote that is never closed', async () =>
    expect((await readText('id\n1\n"2\n3\n')).done).toMatchObject({
      error: [{ kind: 'broken-csv', detail: 'CSV_QUOTE_NOT_CLOSED' }],
    }));
  test('a quote in the middle of a field', async () =>
    expect((await readText('id\n1\na"b"\n')).done).toMatchObject({
      error: [{ kind: 'broken-csv', line: 3, detail: 'INVALID_OPENING_QUOTE' }],
    }));
});
