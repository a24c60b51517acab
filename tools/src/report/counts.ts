import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What a test run showed. A test that was skipped, or a file that could not be loaded, counts as failed: nothing is left out silently. */
export type Counts = {
  passed: number;
  failed: number;
  problems: string[];
  /** What passed at the second try only, with why it had failed at the first: a defect that somebody has to look for. */
  unsteady: string[];
};

export const none: Counts = { passed: 0, failed: 0, problems: [], unsteady: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  problems: [...a.problems, ...b.problems],
  unsteady: [...a.unsteady, ...b.unsteady],
});

export const summary = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;

/** The counts of a run whose report is missing or contradicts its exit code are made to fail. */
export const judge = (name: string, counts: Counts | undefined, exitCode: number | null): Counts => {
  if (counts === undefined) return { ...none, failed: 1, problems: [`${name}: no report was written`] };
  if (exitCode !== 0 && counts.failed === 0)
    return add(counts, {
      ...none,
      failed: 1,
      problems: [`${name}: ended with code ${exitCode} though no test failed`],
    });
  if (counts.passed + counts.failed === 0) return { ...none, failed: 1, problems: [`${name}: no test was found`] };
  return counts;
};

const linesOf = (message: string): string[] =>
  stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How a failure begins, without colours: enough to know it again at the end of a long output. */
export const firstLine = (message = ''): string => linesOf(message)[0]?.slice(0, 200) ?? 'no message';

/** How a failure begins, and what stood where something else was expected. */
export const gist = (message = ''): string =>
  [firstLine(message), ...linesOf(message).filter((line) => /^(Locator|Expected|Received)\b/u.test(line))]
    .join(' · ')
    .slice(0, 600);

export const readJson = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
