// @vitest-environment node
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noHistory, redone, settled, typed, undone } from './edits.ts';

const cell = fc.record({
  skuId: fc.constantFrom('a', 'b'),
  key: fc.constantFrom('x', 'y'),
  text: fc.constantFrom('', '1', '2', 'stored'),
  stored: fc.constant('stored'),
});
const plain = (edits: ReadonlyMap<string, object>) => Object.fromEntries(edits);

test('every step can be taken back and taken again', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(cell, { selector: (c) => c.skuId + c.key }), { maxLength: 20 }), (steps) => {
      let history = noHistory;
      for (const step of steps) history = typed(history, step);
      const end = plain(history.edits);
      const count = history.past.length;
      for (let n = 0; n < count; n++) history = undone(history);
      expect(plain(history.edits)).toEqual({});
      for (let n = 0; n < count; n++) history = redone(history);
      expect(plain(history.edits)).toEqual(end);
    }),
  );
});

test('typing what is stored is no edit; what was typed while saving stays', () => {
  const once = typed(noHistory, [{ skuId: 'a', key: 'x', text: '1', stored: '0' }]);
  expect(typed(once, [{ skuId: 'a', key: 'x', text: '0', stored: '0' }]).edits.size).toBe(0);
  const later = typed(once, [{ skuId: 'a', key: 'x', text: '2', stored: '0' }]);
  expect(plain(settled(later, new Map([['a', { x: '1' }]])).edits)).toEqual({ a: { x: '2' } });
});
