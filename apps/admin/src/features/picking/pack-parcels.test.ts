import { expect, test } from 'vitest';
import { gramsOf, readyOf, sidesOf } from './pack-parcels.ts';

test('a weight is read to the gram, as it is typed', () => {
  expect(['', '1.25', '１．５ kg', '0', 'abc', '2,5', '1.2345'].map(gramsOf)).toEqual([
    null,
    1250,
    1500,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('three sides are read in any of the ways people write them', () => {
  expect(['', '40x30x20', '40*30*20.5 cm', '40 × 30 × 20', '40x30'].map(sidesOf)).toEqual([
    null,
    [400, 300, 200],
    [400, 300, 205],
    [400, 300, 200],
    undefined,
  ]);
});

test('what lies ready is summed by line and warehouse, the most picked first', () => {
  const part = (warehouseId: string, orderLineId: string, quantity: number, picked: number, state = 'allocated') => ({
    ...{ id: `${warehouseId}${orderLineId}${quantity}`, warehouseId, orderLineId, quantity, picked, state },
    skuId: 's',
  });
  expect(
    readyOf([part('n', 'a', 5, 0), part('s', 'a', 2, 2), part('s', 'a', 1, 1), part('s', 'b', 9, 0, 'reserved')]),
  ).toEqual([
    { warehouseId: 's', lines: [{ lineId: 'a', units: 3, picked: 3 }] },
    { warehouseId: 'n', lines: [{ lineId: 'a', units: 5, picked: 0 }] },
  ]);
});
