import { add, type Counts, firstLine, none } from './counts.ts';

type Assertion = { status: string; fullName: string; failureMessages?: string[] };
type Report = { testResults: { name: string; status: string; message?: string; assertionResults: Assertion[] }[] };

/** Reads the JSON report of vitest. */
export const vitestCounts = (report: unknown): Counts | undefined => {
  const files = (report as Partial<Report> | undefined)?.testResults;
  return files?.map(fileCounts).reduce(add, none);
};

const fileCounts = ({ name, status, assertionResults }: Report['testResults'][number]): Counts => {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const left = assertionResults.filter((test) => !['passed', 'failed'].includes(test.status));
  const failed = assertionResults.length - passed;
  const broken = assertionResults.filter((test) => test.status === 'failed');
  const problems = [
    ...broken.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
    ...left.map((test) => `${name}: not run: ${test.fullName}`),
  ];
  if (status === 'failed' && failed === 0)
    return { ...none, passed, failed: 1, problems: [...problems, `${name}: could not be run`] };
  return { ...none, passed, failed, problems };
};
