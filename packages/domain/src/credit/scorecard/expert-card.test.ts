import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPERT_CARD, pdOfScore, scaleOf, scoreByExpert, scoreOfPd } from './index.ts';

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
