import { describe, expect, test } from 'vitest';
import { randomFrom, sigmoid } from '../../statistics/index.ts';
import { auc, brier } from '../validation/index.ts';
import { deriveCell, deriveColumns, fitScorecard, type Row, scoreRow, type Table } from './index.ts';

/** Made-up customers: risk rises with lateness and use, falls with age; noise and a copy of lateness are beside them. */
const customers = (count: number, seed: number) => {
  const random = randomFrom(seed);
  const rows = Array.from({ length: count }, () => {
    const late = Math.floor(random() * 60);
    const use = random();
    const months = Math.floor(random() * 60);
    const trade = ['food', 'toys', 'tools'][Math.floor(random() * 3)]!;
    const risk = sigmoid(-3 + late / 15 + 2 * use - months / 30 + (trade === 'toys' ? 1 : 0));
    const cells = { late, lateCopy: late * 2 + 1, use: random() < 0.1 ? null : use, months, trade, noise: random() };
    return { cells, bad: Number(random() < risk), risk };
  });
  const table: Table = Object.fromEntries(
    Object.keys(rows[0]!.cells).map((column) => [column, rows.map((row) => row.cells[column as 'late'])]),
  );
  return { rows, table, labels: rows.map((row) => row.bad) };
};
const train = customers(3000, 1);
const test_ = customers(3000, 2);
const fitted = fitScorecard(train.table, train.labels);

describe('a fitted card', () => {
  const card = fitted.ok ? fitted.value : undefined;

  test('tells bads from goods on rows it has not seen, nearly as well as the truth', () => {
    const judge = (scores: number[]) => ({ labels: test_.labels, scores });
    const own = judge(test_.rows.map(({ cells }) => scoreRow(card!, cells).pd));
    const truth = judge(test_.rows.map(({ risk }) => risk));
    expect(auc(own)!).toBeGreaterThan(auc(truth)! - 0.02);
    expect(brier(own)!).toBeLessThan(brier(truth)! + 0.005);
  });

  test('leaves out noise and what repeats a stronger column, with the reason', () => {
    const why = new Map(card!.dropped.map((dropped) => [dropped.column, dropped.why]));
    expect(why.get('noise')).toBe('little-information');
    expect([why.get('late'), why.get('lateCopy')].filter((reason) => reason === 'correlated')).toHaveLength(1);
    expect(card!.attributes.map((attribute) => attribute.column).sort()).toHaveLength(4);
  });

  test('lowers the odds of bad with every weight, so a safer bin never has fewer points', () => {
    for (const { weight, bins } of card!.attributes) {
      expect(weight).toBeLessThan(0);
      const byWoe = [...bins].sort((a, b) => a.woe - b.woe);
      for (const [i, bin] of byWoe.entries())
        if (i > 0) expect(bin.points).toBeGreaterThanOrEqual(byWoe[i - 1]!.points);
    }
  });

  test('gives a score that is the sum of its steps and orders rows as the PD does, to rounding', () => {
    const scored = test_.rows.slice(0, 300).map(({ cells }) => scoreRow(card!, cells));
    for (const { score, steps, pd } of scored) {
      expect(steps.reduce((sum, step) => sum + step.points, 0)).toBe(score);
      expect(Math.abs(score - (487.1229 + 28.8539 * Math.log((1 - pd) / pd)))).toBeLessThan(steps.length);
    }
  });

  test('survives being written and read as JSON', () => {
    const copy = JSON.parse(JSON.stringify(card));
    const row = test_.rows[0]!.cells;
    expect(scoreRow(copy, row)).toEqual(scoreRow(card!, row));
  });

  test('scores what it has never seen: a new category is neutral, a missing column is missing data', () => {
    const scored = scoreRow(card!, { late: 10, lateCopy: 21, months: 12, trade: 'books' });
    expect(scored.steps.find((step) => step.column === 'trade')!.bin).toBeNull();
    expect(scored.steps.find((step) => step.column === 'use')!.bin).toEqual({ kind: 'missing' });
  });

  test('is the same for the same data, whatever the order of its columns', () => {
    const turned = Object.fromEntries(Object.entries(train.table).reverse());
    expect(fitScorecard(turned, train.labels)).toEqual(fitted);
  });
});

describe('data that carry no card', () => {
  test('are refused with the facts', () => {
    const few = [0, 1, 0, 1];
    expect(fitScorecard({ x: few }, few)).toMatchObject({
      error: { kind: 'thin-data', goods: 2, bads: 2, needed: 20 },
    });
    expect(fitScorecard({ x: [1] }, few)).toMatchObject({
      error: { kind: 'uneven-columns', column: 'x', cells: 1, labels: 4 },
    });
    expect(fitScorecard({ noise: train.table.noise! }, train.labels)).toMatchObject({
      error: { kind: 'no-informative-column' },
    });
  });
});

describe('columns made of others', () => {
  const table: Table = {
    bill_1: [10, 20, null],
    bill_2: [0, -10, null],
    bill_10: [5, 5, null],
    cap: [100, 0, 7],
    name: ['a', 'b', 'c'],
  };
  const byName = new Map(deriveColumns(table).map((derivation) => [derivation.column, derivation]));
  const value = (column: string, row: Row) => deriveCell(byName.get(column)!, row);

  test('periods are put in the order of their numbers', () => {
    expect(byName.get('mean(bill_*)')!.of).toEqual(['bill_1', 'bill_2', 'bill_10']);
  });

  test('mean, extremes, sum above zero and change; nothing from nothing', () => {
    const row: Row = { bill_1: 20, bill_2: -10, bill_10: 5 };
    expect(value('mean(bill_*)', row)).toBe(5);
    expect(value('highest(bill_*)', row)).toBe(20);
    expect(value('lowest(bill_*)', row)).toBe(-10);
    expect(value('sum-above-zero(bill_*)', row)).toBe(25);
    expect(value('first-minus-last(bill_*)', row)).toBe(15);
    expect(value('first-minus-last(bill_*)', { bill_1: 20 })).toBeNull();
    expect(value('mean(bill_*)', { bill_1: null })).toBeNull();
  });

  test('a ratio needs a divisor above zero', () => {
    const ratio = { column: 'r', kind: 'ratio', of: ['bill_1'], by: ['cap'] } as const;
    expect(deriveCell(ratio, { bill_1: 10, cap: 100 })).toBe(0.1);
    expect(deriveCell(ratio, { bill_1: 10, cap: 0 })).toBeNull();
  });

  test('a card fitted with them scores raw rows', () => {
    const random = randomFrom(3);
    const rows = Array.from({ length: 1500 }, () => {
      const cells = {
        pay_1: Math.floor(random() * 30),
        pay_2: Math.floor(random() * 30),
        pay_3: Math.floor(random() * 30),
      };
      return { cells, bad: Number(random() < sigmoid((cells.pay_1 + cells.pay_2 + cells.pay_3) / 10 - 5)) };
    });
    const raw: Table = {
      pay_1: rows.map((r) => r.cells.pay_1),
      pay_2: rows.map((r) => r.cells.pay_2),
      pay_3: rows.map((r) => r.cells.pay_3),
    };
    const card = fitScorecard(
      raw,
      rows.map((r) => r.bad),
      { derive: true },
    );
    expect(card.ok).toBe(true);
    if (!card.ok) return;
    const { pay_1, pay_2, pay_3 } = rows[0]!.cells;
    const step = scoreRow(card.value, rows[0]!.cells).steps.find(({ column }) => column === 'mean(pay_*)');
    expect(step?.value).toBeCloseTo((pay_1 + pay_2 + pay_3) / 3, 12);
  });
});
