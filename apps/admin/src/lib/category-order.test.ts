import { expect, test } from 'vitest';
import { inTreeOrder } from './category-order.ts';

test('every category stands below its parent, in the order given', () => {
  const rows = [
    { id: 'tops', parentId: 'men' },
    { id: 'men', parentId: null },
    { id: 'shirts', parentId: 'tops' },
    { id: 'women', parentId: null },
    { id: 'shoes', parentId: 'men' },
  ];
  expect(inTreeOrder(rows).map(({ row, depth }) => `${'-'.repeat(depth)}${row.id}`)).toEqual([
    'men',
    '-tops',
    '--shirts',
    '-shoes',
    'women',
  ]);
});
