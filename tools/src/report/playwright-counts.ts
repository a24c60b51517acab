import type { Counts } from './counts.ts';

type Report = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: { message?: string }[];
};

/** Reads the JSON report of @playwright/test. */
export const playwrightCounts = (report: unknown): Counts | undefined => {
  const { stats, errors = [] } = (report ?? {}) as Partial<Report>;
  if (stats === undefined) return undefined;
  const problems = errors.map((error) => `browser journeys: ${error.message ?? 'an error outside a test'}`);
  if (stats.skipped > 0) problems.push(`browser journeys: ${stats.skipped} not run`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length, problems };
};
