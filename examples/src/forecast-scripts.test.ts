import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = (script: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`src/${script}.ts`, ...args], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), errors: stderr.trimEnd(), status };
};

let folder = '';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const line = (id: string, periods: number, of: (t: number) => number): string =>
  [id, ...Array.from({ length: periods }, (_, t) => of(t))].join(',');
const head = (periods: number): string => line('id', periods, (t) => t + 1).replaceAll(/(?<=,)/g, 'V');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradeline-forecast-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('forecast writes one row a series: points, lower and upper ends, in the order of the columns', () => {
  const path = file(
    'two.csv',
    `${head(24)}\n${line('a', 24, (t) => 100 + t)}\n${line('b', 12, (t) => 50 + (t % 3))},,,\n`,
  );
  const { lines, errors, status } = run('forecast', path, '--season', '1', '--horizon', '2');
  expect([status, errors]).toEqual([0, '']);
  expect(lines[0]).toBe('id,method,F1,F2,L1,L2,U1,U2');
  expect(lines).toHaveLength(3);
  for (const row of lines.slice(1)) {
    const [f1, f2, l1, l2, u1, u2] = row.split(',').slice(2).map(Number);
    expect(l1! <= f1! && f1! <= u1! && l2! <= f2! && f2! <= u2!).toBe(true);
  }
  expect(Number(lines[1]!.split(',')[2])).toBeCloseTo(124, 0);
});

test('season and horizon may stand in the rows, as numbers or words; shorter rows leave their cells blank', () => {
  const series = line('x', 12, (t) => 10 + t).slice(2);
  const path = file('mixed.csv', `id,period,h,${head(12).slice(3)}\nq,QUARTERLY,3,${series}\ny,1,1,${series}\n`);
  const { lines } = run('forecast', path);
  expect(lines[0]!.split(',')).toHaveLength(11);
  expect(lines[2]!.split(',').map((cell) => cell === '')).toEqual([
    false,
    false,
    false,
    true,
    true,
    false,
    true,
    true,
    false,
    true,
    true,
  ]);
});

test('a row that is no series and one that cannot be forecast are named; the others are forecast', () => {
  const path = file('dirt.csv', `id,V1,V2,V3\ngood,1,2,3\nbad,1,x,3\nempty,,,\n`);
  const { lines, errors, status } = run('forecast', path, '--season', '1', '--horizon', '1');
  expect(status).toBe(1);
  expect(lines.slice(1).map((row) => row.split(',')[0])).toEqual(['good']);
  expect(errors).toContain('bad: "x" is no number');
  expect(errors).toContain('empty: no forecast, {"kind":"history-empty"}');
});

test('with what came, the errors of the choice stand beside those of single methods', () => {
  const train = file('train.csv', `${head(24)}\n${line('a', 24, (t) => 100 + t)}\n`);
  const came = file('came.csv', 'id,F1,F2\na,124,125\n');
  const { lines, status } = run('forecast', train, '--season', '1', '--horizon', '2', '--test', came);
  expect(status).toBe(0);
  expect(lines[0]).toBe('1 of 1 series judged');
  expect(lines.slice(4).map((row) => row.split(' ')[0])).toEqual([
    'automatic',
    'naive',
    'ses',
    'holt',
    'damped',
    'theta',
    'combination',
  ]);
  expect(lines.find((row) => row.startsWith('naive'))).toMatch(/1\.21 {3}1\.500$/);
});

test('replenish lists what is most urgent first, with a quantity in cartons and its parts', () => {
  const { lines, errors, status } = run('replenish', 'data/sales-by-month.csv', 'data/stock-to-replenish.csv');
  expect([status, errors]).toEqual([0, '']);
  const rows = lines.slice(1).map((row) => row.split(','));
  expect(rows.map(([sku]) => sku)).toEqual(['new-matcha', 'grinder', 'tea-250', 'syrup-1l', 'cups-50']);
  for (const row of lines.slice(1)) {
    const quantity = Number(/,(\d+) /.exec(row)?.[1] ?? row.split(',')[4]);
    const parts = [.../"(.*)"/.exec(row)![1]!.matchAll(/ (-?\d+)/g)].map(([, amount]) => Number(amount));
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - quantity)).toBeLessThanOrEqual(2);
  }
});

test('stock that cannot be replenished is named', () => {
  const stock = file(
    'stock.csv',
    'sku,warehouse,available,lead_time,service\nnobody,w,1,1,\ntea-250,w,1,40,\ntea-250,w,1,,\ntea-250,w,1,1,7\n',
  );
  const { errors, status } = run('replenish', 'data/sales-by-month.csv', stock);
  expect(status).toBe(1);
  expect(errors.split('\n')).toEqual([
    `${stock} row 4: lead_time is missing`,
    `${stock} row 5: service cannot be "7"`,
    'nobody: data/sales-by-month.csv has no such row',
    'tea-250 at w: {"kind":"horizon-too-short","needed":40,"given":12}',
  ]);
});
