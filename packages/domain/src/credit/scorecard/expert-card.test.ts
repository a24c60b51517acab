import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blendScores,
  EXPERT_CARD,
  pdOfScore,
  type Row,
  scaleOf,
  scoreByExpert,
  scoreOfPd,
  scoreReasons,
  waterfall,
} from './index.ts';

const pointsOf = (column: string, value: number | null) =>
  scoreByExpert({ [column]: value }).steps.find((step) => step.column === column)!.points;

describe('scale', () => {
  test('600 points at odds 50:1, 20 points double the odds', () => {
    const { factor, offset } = scaleOf({ baseScore: 600, baseOdds: 50, pdo: 20 });
    expect(factor).toBeCloseTo(28.8539, 4);
    expect(offset).toBeCloseTo(487.123, 3);
    expect(scoreOfPd(0.02)).toBeCloseTo(599.4171, 4);
  });

  test('score and PD are inverse; certainty keeps a finite score', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), (pd) => {
        expect(pdOfScore(scoreOfPd(pd))).toBeCloseTo(pd, 9);
      }),
    );
    expect(Number.isFinite(scoreOfPd(0)) && Number.isFinite(scoreOfPd(1))).toBe(true);
  });
});

describe('the written card', () => {
  test('each table at its bounds', () => {
    const tables: [string, [number, number][]][] = [
      [
        'onTimeByAmount',
        [
          [1, 40],
          [0.98, 40],
          [0.9799, 20],
          [0.9, 20],
          [0.89, 0],
          [0.75, 0],
          [0.74, -35],
          [0.5, -35],
          [0.49, -70],
        ],
      ],
      [
        'maxDaysLate',
        [
          [0, 25],
          [1, 5],
          [15, 5],
          [16, -20],
          [30, -20],
          [31, -50],
          [60, -50],
          [61, -80],
          [90, -80],
          [91, -120],
        ],
      ],
      [
        'overdueRatio',
        [
          [0, 20],
          [0.01, 0],
          [0.05, 0],
          [0.06, -30],
          [0.2, -30],
          [0.21, -60],
        ],
      ],
      [
        'utilisation',
        [
          [0, 10],
          [0.29, 10],
          [0.3, 0],
          [0.69, 0],
          [0.7, -10],
          [0.89, -10],
          [0.9, -25],
          [1, -25],
          [1.01, -40],
        ],
      ],
      [
        'orderTrend',
        [
          [0.11, 10],
          [0.1, 0],
          [-0.1, 0],
          [-0.11, -15],
          [-0.4, -15],
          [-0.41, -30],
        ],
      ],
      [
        'monthsSinceFirstOrder',
        [
          [0, -20],
          [5, -20],
          [6, -5],
          [11, -5],
          [12, 5],
          [35, 5],
          [36, 15],
        ],
      ],
      [
        'cancelReturnRatio',
        [
          [0, 5],
          [0.019, 5],
          [0.02, 0],
          [0.1, 0],
          [0.11, -15],
        ],
      ],
      [
        'licenceVerified',
        [
          [1, 10],
          [0, 0],
        ],
      ],
      [
        'publicRecord',
        [
          [0, 0],
          [1, -60],
        ],
      ],
    ];
    expect(tables.map(([column]) => column)).toEqual(EXPERT_CARD.attributes.map((attribute) => attribute.column));
    for (const [column, cases] of tables)
      for (const [value, points] of cases)
        expect([column, value, pointsOf(column, value)]).toEqual([column, value, points]);
  });

  test('without data it is the base, and no feature gives points', () => {
    expect(scoreByExpert({})).toMatchObject({ score: 560, base: 560 });
    expect(pointsOf('utilisation', null)).toBe(0);
  });
});

const value = (max: number) => fc.option(fc.double({ min: -1, max, noNaN: true }));
const rows: fc.Arbitrary<Row> = fc.record({
  onTimeByAmount: value(1),
  maxDaysLate: value(200),
  overdueRatio: value(1),
  utilisation: value(2),
  orderTrend: value(1),
  monthsSinceFirstOrder: value(60),
});

describe('reasons', () => {
  test('the four features that cost most, with the value and what would lift it one bin', () => {
    const scored = scoreByExpert({
      onTimeByAmount: 0.6,
      maxDaysLate: 42,
      overdueRatio: 0,
      utilisation: 0.95,
      publicRecord: 0,
    });
    const reasons = scoreReasons(scored);
    expect(reasons.map(({ code, loss }) => [code, loss])).toEqual([
      ['R01', 75],
      ['R02', 75],
      ['R04', 35],
      ['R06', 15],
    ]);
    expect(reasons[1]).toMatchObject({
      value: 42,
      lift: { gain: 30, scope: { from: 15, fromExcluded: true, to: 30, toIncluded: true } },
    });
    expect(reasons[3]).toMatchObject({ value: null, lift: null });
  });

  test('a perfect customer has none', () => {
    const best = {
      onTimeByAmount: 1,
      maxDaysLate: 0,
      overdueRatio: 0,
      utilisation: 0,
      orderTrend: 1,
      monthsSinceFirstOrder: 40,
      cancelReturnRatio: 0,
      licenceVerified: 1,
      publicRecord: 0,
    };
    expect(scoreReasons(scoreByExpert(best))).toEqual([]);
  });

  test('the waterfall ends at the score', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const scored = scoreByExpert(row);
        expect(waterfall(scored).at(-1)!.total).toBe(scored.score);
        expect(waterfall(scored)[0]).toEqual({ column: null, points: 560, total: 560 });
      }),
    );
  });

  test('what is said to lift a feature does lift it, by that many points', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const before = scoreByExpert(row);
        for (const { column, lift } of scoreReasons(before)) {
          if (lift?.scope.kind !== 'range') continue;
          const { from, to } = lift.scope;
          const inside = from === null ? to! - 1e-9 : to === null ? from + 1e-9 : (from + to) / 2;
          expect(scoreByExpert({ ...row, [column]: inside }).score - before.score).toBe(lift.gain);
        }
      }),
    );
  });
});

describe('blending with a fitted card', () => {
  const fitted = (pd: number) => ({
    score: 0,
    base: 0,
    pd,
    steps: [{ column: 'x', value: 1, bin: null, points: 590, best: 640, lift: null }],
  });

  test('without cases the written card decides, at two hundred both count the same', () => {
    const expert = scoreByExpert({ maxDaysLate: 0 });
    expect(blendScores(expert, fitted(0.5), 0)).toMatchObject({ score: expert.score, weight: 0, pd: expert.pd });
    expect(blendScores(expert, fitted(0.02), 200)).toMatchObject({
      weight: 0.5,
      score: Math.round((585 + scoreOfPd(0.02)) / 2),
    });
  });

  test('base and steps sum to the score, and the score lies between the two', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.001, max: 0.9, noNaN: true }), fc.nat(5000), (row, pd, cases) => {
        const expert = scoreByExpert(row);
        const blended = blendScores(expert, fitted(pd), cases);
        expect(waterfall(blended).at(-1)!.total).toBe(blended.score);
        const [low, high] = [Math.min(expert.score, scoreOfPd(pd)), Math.max(expert.score, scoreOfPd(pd))];
        expect(blended.score).toBeGreaterThanOrEqual(Math.round(low) - 1);
        expect(blended.score).toBeLessThanOrEqual(Math.round(high) + 1);
      }),
    );
  });
});
