import { expect, test } from 'vitest';
import { cells, table } from './table.ts';

test('columns stand under each other with Chinese and Latin text mixed', () => {
  const lines = table([
    ['仓库', 'warehouse', 'x'],
    ['sales', '销售', 'x'],
  ]).split('\n');
  const before = (line: string | undefined) => cells(line?.slice(0, line.lastIndexOf('x')) ?? '');
  expect(before(lines[0])).toBe(before(lines[1]));
});
