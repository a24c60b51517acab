import { expect, test } from 'vitest';
import { minor } from '../money/index.ts';
import { orderMargin } from './order-margin.ts';

test('what is left above the cost, without tax; a gift costs what it costs; goods of unknown cost count nowhere', () => {
  const line = { units: 10, net: minor(11_300), tax: minor(1_300), cost: minor(800) };
  const gift = { units: 2, net: minor(0), tax: minor(0), cost: minor(150) };
  expect(
    orderMargin([
      { ...line, lineId: 'a' },
      { ...gift, lineId: 'b' },
      { ...line, lineId: 'c', cost: null },
    ]),
  ).toEqual({
    lines: [
      { lineId: 'a', margin: 2_000 },
      { lineId: 'b', margin: -300 },
      { lineId: 'c', margin: null },
    ],
    sales: 10_000,
    margin: 1_700,
    unknown: 1,
  });
});
