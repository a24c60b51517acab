import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blendScores, type Row, scoreByExpert, scoreOfPd, waterfall } from './index.ts';

const value = (max: number) => fc.option(fc.double({ min: -1, max, noNaN: true }));
const rows: fc.Arbitrary<Row> = fc.record({
  onTimeByAmount: value(1),
  maxDaysLate: value(200),
  overdueRatio: value(1),
  utilisation: value(2),
  orderTrend: value(1),
  monthsSinceFirstOrder: value(60),
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
