import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auc, brier, calibration, gini, ks, psi } from './index.ts';

const judged = fc
  .array(fc.record({ label: fc.constantFrom(0, 1), score: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => ({ labels: rows.map((row) => row.label), scores: rows.map((row) => row.score / 10) }));

describe('discrimination', () => {
  test("scikit-learn's example of four", () => {
    const four = { labels: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] };
    expect(auc(four)).toBe(0.75);
    expect(gini(four)).toBe(0.5);
    expect(ks(four)).toEqual({ ks: 0.5, at: 0.1 });
  });

  test('the area is the share of pairs in the right order, ties one half', () => {
    fc.assert(
      fc.property(judged, ({ labels, scores }) => {
        let [pairs, right] = [0, 0];
        for (const [i, a] of labels.entries())
          for (const [j, b] of labels.entries())
            if (a === 1 && b === 0) {
              pairs += 1;
              right += scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0;
            }
        const area = auc({ labels, scores });
        if (pairs === 0) expect(area).toBeUndefined();
        else expect(area).toBeCloseTo(right / pairs, 12);
      }),
    );
  });

  test('KS is the widest gap of the two distributions over every cut', () => {
    fc.assert(
      fc.property(judged, ({ labels, scores }) => {
        const of = (label: number) => scores.filter((_, i) => labels[i] === label);
        const [goods, bads] = [of(0), of(1)];
        const found = ks({ labels, scores });
        if (goods.length === 0 || bads.length === 0) {
          expect(found).toBeUndefined();
          return;
        }
        const below = (some: number[], cut: number) => some.filter((score) => score <= cut).length / some.length;
        const gaps = scores.map((cut) => Math.abs(below(bads, cut) - below(goods, cut)));
        expect(found!.ks).toBeCloseTo(Math.max(...gaps), 12);
      }),
    );
  });
});

describe('calibration', () => {
  test('Brier is the mean squared miss', () => {
    expect(brier({ labels: [1, 0], scores: [0.8, 0.4] })).toBeCloseTo((0.04 + 0.16) / 2, 12);
    expect(brier({ labels: [], scores: [] })).toBeUndefined();
  });

  test('groups hold every row once, keep equal predictions together and ascend', () => {
    fc.assert(
      fc.property(judged, ({ labels, scores }) => {
        const groups = calibration({ labels, scores });
        expect(groups.reduce((total, group) => total + group.count, 0)).toBe(scores.length);
        expect(groups.reduce((total, group) => total + group.observed * group.count, 0)).toBeCloseTo(
          labels.filter((label) => label === 1).length,
          9,
        );
        for (const [i, group] of groups.entries())
          if (i > 0) expect(group.lowest).toBeGreaterThan(groups[i - 1]!.highest);
      }),
    );
  });

  test('a hundred rows in tenths', () => {
    const scores = Array.from({ length: 100 }, (_, i) => i / 100);
    const groups = calibration({ labels: scores.map((p) => Number(p >= 0.5)), scores });
    expect(groups.map((group) => group.count)).toEqual(Array.from({ length: 10 }, () => 10));
    expect(groups.map((group) => group.observed)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });
});

describe('stability', () => {
  test('the sum of (actual - expected) ln(actual / expected), from shares or from counts', () => {
    expect(psi([0.2, 0.3, 0.3, 0.2], [0.25, 0.25, 0.3, 0.2]).psi).toBeCloseTo(0.020273, 6);
    expect(psi([20, 30, 30, 20], [250, 250, 300, 200]).psi).toBeCloseTo(0.020273, 6);
  });

  test('the verdicts at their bounds, and an empty bin does not break it', () => {
    expect(psi([1, 1], [1, 1])).toMatchObject({ psi: 0, verdict: 'stable' });
    expect(psi([0.5, 0.5], [0.7, 0.3]).verdict).toBe('watch');
    expect(psi([0.5, 0.5], [0.8, 0.2]).verdict).toBe('rebuild');
    expect(psi([0.5, 0.5], [1, 0]).psi).toBeGreaterThan(1);
  });
});
