import { describe, expect, test } from 'vitest';
import { judge, none, summary } from './counts.ts';
import { playwrightCounts } from './playwright-counts.ts';
import { vitestCounts } from './vitest-counts.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((status) => ({ status, fullName: 'it' })),
});

describe('a vitest report', () => {
  test('passed and failed tests are counted over all files', () => {
    const counts = vitestCounts({
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
    });
    expect(counts && summary(counts)).toBe('3 passed, 1 failed');
  });
  test('a failed test is named with how its failure begins', () => {
    const failed = { status: 'failed', fullName: 'it', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at here'] };
    const counts = vitestCounts({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }] });
    expect(counts).toMatchObject({ passed: 0, failed: 1, problems: ['a.test.ts: it: expected 1'] });
  });
  test.each(['pending', 'skipped', 'todo', 'disabled'])('a %s test fails the run and is named', (status) => {
    const counts = vitestCounts({ testResults: [file('passed', 'passed', status)] });
    expect(counts).toMatchObject({ passed: 1, failed: 1, problems: ['a.test.ts: not run: it'] });
  });
  test('a file that could not be loaded fails the run', () => {
    expect(vitestCounts({ testResults: [file('failed')] })?.failed).toBe(1);
  });
});

describe('a playwright report', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };
  test('passes when every journey did', () => {
    expect(playwrightCounts({ stats })).toEqual({ passed: 5, failed: 0, problems: [], unsteady: [] });
  });
  test.each(['unexpected', 'skipped'])('%s journeys fail the run', (kind) => {
    expect(playwrightCounts({ stats: { ...stats, [kind]: 2 } })?.failed).toBe(2);
  });
  test('a failed journey is named with how its failure begins, however deep it lies', () => {
    const spec = {
      title: 'buys',
      file: 'a.spec.ts',
      ok: false,
      tests: [
        { results: [{ error: { message: 'no button\nLocator: a box\nExpected: "2"\nReceived: "1"\n  at here' } }] },
      ],
    };
    const suites = [{ specs: [{ ...spec, ok: true }], suites: [{ specs: [spec] }] }];
    expect(playwrightCounts({ stats: { ...stats, unexpected: 1 }, suites })?.problems).toEqual([
      'a.spec.ts: buys: no button · Locator: a box · Expected: "2" · Received: "1"',
    ]);
  });
  test('a journey that passed at the second try is named with why it had failed', () => {
    const results = [{ error: { message: 'late' } }, {}];
    const suites = [{ specs: [{ title: 'buys', file: 'a.spec.ts', ok: true, tests: [{ results }] }] }];
    expect(playwrightCounts({ stats: { ...stats, flaky: 1 }, suites })).toEqual({
      passed: 6,
      failed: 0,
      problems: [],
      unsteady: ['a.spec.ts: buys: late'],
    });
  });
  test('an error outside a journey fails the run', () => {
    expect(playwrightCounts({ stats, errors: [{ message: 'no server' }] })?.failed).toBe(1);
  });
});

describe('a run is not believed', () => {
  test('when it wrote no report', () => expect(judge('unit', undefined, 0).failed).toBe(1));
  test('when it found no test', () => expect(judge('unit', none, 0).failed).toBe(1));
  test('when it ended badly though no test failed', () =>
    expect(judge('unit', { ...none, passed: 9 }, 1)).toMatchObject({ passed: 9, failed: 1 }));
});
