import { type Counts, gist } from './counts.ts';

type Suite = {
  specs?: { title: string; file: string; ok: boolean; tests?: { results?: { error?: { message?: string } }[] }[] }[];
  suites?: Suite[];
};
type Report = {
  suites?: Suite[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: { message?: string }[];
};

/** Reads the JSON report of @playwright/test. */
export const playwrightCounts = (report: unknown): Counts | undefined => {
  const { stats, errors = [], suites = [] } = (report ?? {}) as Partial<Report>;
  if (stats === undefined) return undefined;
  const problems = [
    ...errors.map((error) => `browser journeys: ${error.message ?? 'an error outside a test'}`),
    ...suites.flatMap(brokenIn),
  ];
  if (stats.skipped > 0) problems.push(`browser journeys: ${stats.skipped} not run`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length, problems };
};

const brokenIn = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => `${file}: ${title}: ${gist(tests?.[0]?.results?.at(-1)?.error?.message)}`),
  ...suites.flatMap(brokenIn),
];
