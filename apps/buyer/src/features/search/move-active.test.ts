import { expect, test } from 'vitest';
import { type Cell, move } from './move-active.ts';

const panel = document.createElement('table');
panel.innerHTML = [2, 1, 1].map((cells) => `<tr data-row>${'<td></td>'.repeat(cells)}</tr>`).join('');
const at = (row: number, column = 0): Cell => ({ row, column });

test('down and up go through all rows and back to the field', () => {
  const down = [undefined, at(0), at(1), at(2)].map((from) => move('ArrowDown', from, panel));
  expect(down).toEqual([at(0), at(1), at(2), undefined]);
  const up = [undefined, at(2), at(1), at(0)].map((from) => move('ArrowUp', from, panel));
  expect(up).toEqual([at(2), at(1), at(0), undefined]);
});

test('right and left reach what a row can do besides, and leave the cursor alone otherwise', () => {
  expect(move('ArrowRight', at(0), panel)).toEqual(at(0, 1));
  expect(move('ArrowLeft', at(0, 1), panel)).toEqual(at(0));
  expect(move('ArrowDown', at(0, 1), panel)).toEqual(at(1));
  for (const from of [undefined, at(1), at(0, 1)]) expect(move('ArrowRight', from, panel)).toBe('stay');
  expect(move('a', at(0), panel)).toBe('stay');
});

test('without suggestions the keyboard stays in the field', () => {
  expect(move('ArrowDown', undefined, document.createElement('div'))).toBeUndefined();
});
