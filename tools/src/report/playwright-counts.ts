import { type Counts, gist } from './counts.ts';

type Spec = { title: string; file: string; ok: boolean; tests?: { results?: { error?: { message?: string } }[] }[] };
type Suite = { specs?: Spec[]; suites?: Suite[] };
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
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    problems,
    unsteady: suites.flatMap(unsteadyIn),
  };
};

const brokenIn = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs.filter(({ ok }) => !ok).map((spec) => told(spec, -1)),
  ...suites.flatMap(brokenIn),
];

const unsteadyIn = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs.filter(({ ok, tests }) => ok && (tests?.[0]?.results?.length ?? 0) > 1).map((spec) => told(spec, 0)),
  ...suites.flatMap(unsteadyIn),
];

/** A journey with how one of its tries ended. */
const told = ({ file, title, tests }: Spec, attempt: 0 | -1): string =>
  `${file}: ${title}: ${gist(tests?.[0]?.results?.at(attempt)?.error?.message)}`;
