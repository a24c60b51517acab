// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIds, writeIds } from '../../lib/short-ids.ts';
import { readChoices, toggleChoice, writeChoices } from './choice-code.ts';

const code = fc.string({
  minLength: 1,
  maxLength: 8,
  unit: fc.constantFrom('a', '1', '.', '-', '_', '*', '!', '红', ' '),
});
const choices = fc.dictionary(code, fc.uniqueArray(code, { minLength: 1, maxLength: 4 }), {
  maxKeys: 4,
  noNullPrototype: true,
});

test('what was chosen comes back from the address, whatever the codes are made of', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const sorted = Object.fromEntries(Object.entries(chosen).map(([axis, values]) => [axis, values.toSorted()]));
      expect(readChoices(writeChoices(chosen))).toEqual(sorted);
    }),
  );
});

test('the same choices are the same address, in whatever order they were made', () => {
  const made = toggleChoice(toggleChoice(toggleChoice({}, 'size', 'm'), 'colour', 'red'), 'colour', 'blue');
  const again = toggleChoice(toggleChoice(toggleChoice({}, 'colour', 'blue'), 'colour', 'red'), 'size', 'm');
  expect(writeChoices(made)).toBe('colour_blue_red*size_m');
  expect(writeChoices(again)).toBe(writeChoices(made));
  expect(writeChoices(toggleChoice({}, 'size', 'm'))).toBe('size_m');
  expect(writeChoices(toggleChoice({ size: ['m'] }, 'size', 'm'))).toBeUndefined();
});

test('ids come back from their short form', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 5 }), (ids) => {
      expect(readIds(writeIds(ids)).toSorted()).toEqual(ids.map((id) => id.toLowerCase()).toSorted());
      expect(writeIds(ids.toReversed())).toBe(writeIds(ids));
    }),
  );
});

test('an address that was tampered with never breaks the page', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const id of readIds(text)) expect(id).toMatch(/^[0-9a-f-]{36}$/);
      for (const values of Object.values(readChoices(text))) expect(values).toEqual(values.filter(Boolean));
    }),
  );
});
