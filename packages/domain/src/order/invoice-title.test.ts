import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInvoiceTitle, readTaxNumber, taxNumberProblem } from './invoice-title.ts';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** A number of 18 that stands on a real licence. */
const REAL = '91350100M000100Y43';

describe('a tax number', () => {
  test('of a real licence is right, however it was typed', () => {
    expect(taxNumberProblem(REAL)).toBeUndefined();
    expect(readTaxNumber(' 91350100 m000100y43 ')).toBe(REAL);
  });

  test('with one wrong character is never taken for right', () =>
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...CHARACTERS), (at, character) => {
        const typed = REAL.slice(0, at) + character + REAL.slice(at + 1);
        expect(taxNumberProblem(typed) === undefined).toBe(typed === REAL);
      }),
    ));

  test('says what is wrong with it: length, a letter that is not used, the check character', () => {
    expect(taxNumberProblem('9135')).toEqual({ kind: 'number-length', length: 4 });
    expect(taxNumberProblem('91350100M000100O43')).toEqual({ kind: 'number-character', character: 'O' });
    expect(taxNumberProblem('91350100M000100Y44')).toEqual({ kind: 'number-check', expected: '3' });
    expect(taxNumberProblem('110101198001011')).toBeUndefined();
  });
});

test('an ordinary title needs a name only, a special one everything the tax office asks for', () => {
  expect(checkInvoiceTitle({ kind: 'ordinary', title: '王芳' })).toMatchObject({ ok: true });
  expect(checkInvoiceTitle({ kind: 'ordinary', title: ' ' })).toMatchObject({
    error: { kind: 'missing', field: 'title' },
  });
  const full = {
    kind: 'special',
    title: '某公司',
    taxNumber: REAL,
    bank: '工行',
    account: '62',
    address: '杭州',
  } as const;
  expect(checkInvoiceTitle(full)).toMatchObject({ error: { kind: 'missing', field: 'phone' } });
  expect(checkInvoiceTitle({ ...full, phone: '0571-1' })).toMatchObject({ ok: true, value: { taxNumber: REAL } });
});
