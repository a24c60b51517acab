import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreRow } from '@tradeline/domain/credit';
import { randomFrom } from '@tradeline/domain/statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = (script: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`src/${script}.ts`, ...args], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
  return { out: stdout, errors: stderr, status };
};

let folder = '';
/** Made-up customers: the later they paid and the fewer months they are with us, the likelier the default. */
const customers = (count: number, seed: number): string => {
  const random = randomFrom(seed);
  const rows = Array.from({ length: count }, (_, at) => {
    const late = [1, 2, 3].map(() => Math.floor(random() ** 2 * 60));
    const months = Math.floor(random() * 60);
    const trade = random() < 0.5 ? 'food' : 'toys';
    const bad = random() < 1 / (1 + Math.exp(2.5 - (late[0]! + late[1]! + late[2]!) / 25 + months / 40));
    return [at, ...late, months < 3 ? 'NA' : months, trade, bad ? 'yes' : 'no'].join(',');
  });
  return ['id,late_1,late_2,late_3,months,trade,defaulted', ...rows, ''].join('\n');
};
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradeline-card-'));
  writeFileSync(file('train.csv'), customers(2000, 1));
  writeFileSync(file('test.csv'), customers(1000, 2));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('fit-scorecard prints the card and its figures on unseen rows, and writes a card that scores', () => {
  const card = file('card.json');
  const { out, status } = run(
    'fit-scorecard',
    file('train.csv'),
    file('test.csv'),
    '--target',
    'defaulted',
    '--exclude',
    'id',
    '--out',
    card,
  );
  expect(status).toBe(0);
  for (const figure of ['AUC', 'Gini', 'KS', 'Brier']) expect(out).toMatch(new RegExp(`^${figure} 0\\.\\d{4}$`, 'm'));
  expect(Number(/^AUC (.*)$/m.exec(out)![1])).toBeGreaterThan(0.65);
  expect(out).toContain('Judged on 1000 rows');
  expect(out).toMatch(/^PSI 0\.\d{4} \(stable\)$/m);
  const written = JSON.parse(readFileSync(card, 'utf8'));
  const good = scoreRow(written, { late_1: 0, late_2: 0, late_3: 0, months: 50, trade: 'food' });
  const bad = scoreRow(written, { late_1: 55, late_2: 50, late_3: 40, months: null, trade: 'food' });
  expect(good.score).toBeGreaterThan(bad.score);
  expect(good.pd).toBeLessThan(bad.pd);
});

test('fit-scorecard says what it cannot use', () => {
  expect(run('fit-scorecard', file('train.csv'))).toMatchObject({
    status: 1,
    errors: expect.stringContaining('usage:'),
  });
  const wrong = run('fit-scorecard', file('train.csv'), file('test.csv'), '--target', 'months');
  expect(wrong.errors).toContain('a target has two');
  expect(wrong.status).toBe(1);
  const missing = run('fit-scorecard', file('train.csv'), file('no.csv'), '--target', 'defaulted');
  expect(missing.errors).toContain('no.csv');
  expect(missing.errors).not.toContain('at readFileSync');
});

test('score-customer gives score, rating, limit, terms and reasons', () => {
  const { out, status } = run(
    'score-customer',
    'data/credit-orders.csv',
    'data/credit-payments.csv',
    '--customer',
    'Harbour Foods',
    '--limit',
    '10000',
  );
  expect(status).toBe(0);
  expect(out).toContain('Harbour Foods as of 2026-06-27');
  expect(out).toContain('score 635, probability of default 0.6%');
  expect(out).toContain('rating A\n');
  expect(out).toContain('limit 17000.00, decided by purchases');
  expect(out).toContain('R04 utilisation: 85% costs 20 points; >= 0.3, < 0.7 would give 10 more');
});
