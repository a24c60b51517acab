import { expect, test } from 'vitest';
import { roundTop } from './bar-chart.tsx';

test('the scale ends at 1, 2 or 5 times a power of ten', () => {
  expect([0, 1, 3, 4_800, 51_000].map(roundTop)).toEqual([1, 1, 5, 5_000, 100_000]);
});

test('no bar is taller than the scale, and the tallest fills at least two fifths of it', () => {
  for (let largest = 1; largest < 2 ** 50; largest = largest * 3 + 1) {
    expect(roundTop(largest)).toBeGreaterThanOrEqual(largest);
    expect(roundTop(largest)).toBeLessThanOrEqual(largest * 2.5);
  }
});
