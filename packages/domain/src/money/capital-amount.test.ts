import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalAmount } from './capital-amount.ts';
import { minor } from './money.ts';

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [123_450, '壹仟贰佰叁拾肆元伍角整'],
  [100_100_00, '壹拾万零壹佰元整'],
  [100_000_000_00, '壹亿元整'],
  [120_034_05, '壹拾贰万零叁拾肆元零伍分'],
  [10_001_000_00, '壹仟万零壹仟元整'],
  [-1_060, '负壹拾元陆角整'],
])('%i fen is written %s', (amount, text) => expect(capitalAmount(minor(amount))).toBe(text));

const value: Record<string, number> = Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((digit, n) => [digit, n]));
/** Reads the writing back the way a cashier does: digit by place, group by group. */
const read = (text: string): number => {
  const [, minus, yuan, jiao, fen] = /^(负?)(?:(.*)元)?零?(?:(.)角)?(?:(.)分)?整?$/u.exec(text) ?? [];
  let [whole, group, digit] = [0, 0, 0];
  for (const char of yuan ?? '') {
    const place = '拾佰仟'.indexOf(char) + 1;
    if (place > 0) [group, digit] = [group + digit * 10 ** place, 0];
    else if (char === '万') [whole, group, digit] = [(group + digit) * 10_000, 0, 0];
    else digit = value[char] ?? Number.NaN;
  }
  const total = (whole + group + digit) * 100 + (value[jiao ?? '零'] ?? 0) * 10 + (value[fen ?? '零'] ?? 0);
  return minus ? -total : total;
};

test('no two amounts below a hundred million are written alike: each reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_99 }), (amount) => {
      expect(read(capitalAmount(minor(amount)))).toBe(amount);
    }),
  );
});
