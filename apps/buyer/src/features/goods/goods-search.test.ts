// @vitest-environment node

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { goodsSearch, searchInput, sortOf } from './goods-search.ts';

const read = (search: unknown) => v.parse(goodsSearch, search);

test('an address that nonsense was written into still shows goods', () => {
  const nonsense = {
    q: { a: 1 },
    category: 'tools',
    b: 7,
    min: -5,
    max: 'x',
    o: [1],
    stock: 'maybe',
    sort: 'age',
    page: 0,
  };
  expect(searchInput(read(nonsense))).toMatchObject({ text: undefined, sort: 'sales', page: 1 });
});

test('a number typed into the address is searched for as it stands', () => {
  expect(searchInput(read({ q: 10086 })).text).toBe('10086');
});

test('the best match comes first where something is searched for, else what sells most', () => {
  expect(sortOf({ q: 'tea', sort: undefined })).toBe('relevance');
  expect(sortOf({ q: undefined, sort: undefined })).toBe('sales');
  expect(sortOf({ q: undefined, sort: 'relevance' })).toBe('sales');
  expect(sortOf({ q: 'tea', sort: 'newest' })).toBe('newest');
});

test('filters are asked for as they stand in the address', () => {
  const search = read({ o: 'colour_blue_red*size_m', a: 'material_steel', min: 1000, deal: true });
  expect(searchInput(search)).toMatchObject({
    options: { colour: ['blue', 'red'], size: ['m'] },
    attributes: { material: ['steel'] },
    priceFrom: 1000,
    onPromotion: true,
    inStock: undefined,
  });
});
