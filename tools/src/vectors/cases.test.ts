import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { NumericFile, PromotionFile } from './format.ts';
import { runNumericFile } from './numeric.ts';
import type { Outcome } from './outcome.ts';
import { runPromotionVector } from './promotions.ts';

const read = <T>(name: string): T =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../packages/domain/cases/${name}.json`, import.meta.url)), 'utf8'),
  ) as T;
const notPassed = (outcomes: readonly Outcome[]) => outcomes.filter(({ kind }) => kind !== 'passed');

test('every published case of promotions comes out of the quote to the cent', () => {
  const { vectors } = read<PromotionFile>('promotions');
  expect(notPassed(vectors.map(runPromotionVector))).toEqual([]);
  expect(vectors.length).toBeGreaterThan(60);
});

test('every published case of prices, units, tax and refunds', async () => {
  expect(notPassed(await runNumericFile(read<NumericFile>('pricing')))).toEqual([]);
});

test('a case that is wrong by a cent fails, and names both amounts', () => {
  const [first] = read<PromotionFile>('promotions').vectors;
  const wrong = { ...first!, expected: { ...first!.expected, total: 1 } };
  expect(runPromotionVector(wrong)).toMatchObject({ kind: 'failed', differences: ['total: expected 1, got 0'] });
});

test('what the package does not know is skipped with the reason, never passed', () => {
  const [first] = read<PromotionFile>('promotions').vectors;
  expect(runPromotionVector({ ...first!, promotions: [{ id: 'p', actions: [{ type: 'teleport' }] }] })).toMatchObject({
    kind: 'skipped',
    reason: 'action type teleport',
  });
});
