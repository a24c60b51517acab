import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Row, scoreByExpert, scoreReasons, waterfall } from './index.ts';

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
