import type { Measured } from './child.ts';
import { cpuMsOf } from './processes.ts';
import { median, percentile } from './stats.ts';

/** Of one run; times in milliseconds, processor time in milliseconds a request. */
export type Run = {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  apiCpu?: number | undefined;
  databaseCpu?: number | undefined;
  clientCpu: number;
  requests: number;
  failures: Record<string, number>;
};

export type Watched = { api?: number | undefined; database: number };

const since = (before: number | undefined, pid: number | undefined): number | undefined => {
  const now = pid === undefined ? undefined : cpuMsOf(pid);
  return before === undefined || now === undefined ? undefined : now - before;
};

/** A round with the processor time that server and database used meanwhile. */
export const measured = async (watched: Watched, round: () => Promise<Measured>): Promise<Run & { used: number }> => {
  const before = {
    api: watched.api === undefined ? undefined : cpuMsOf(watched.api),
    database: cpuMsOf(watched.database),
  };
  const { latencies, failures, seconds, used, clientCpuMs } = await round();
  const cpu = { api: since(before.api, watched.api), database: since(before.database, watched.database) };
  const requests = latencies.length;
  const each = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / requests);
  return {
    perSecond: requests / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    apiCpu: each(cpu.api),
    databaseCpu: each(cpu.database),
    clientCpu: clientCpuMs / requests,
    requests,
    failures,
    used,
  };
};

const FIGURES = ['perSecond', 'p50', 'p95', 'p99', 'apiCpu', 'databaseCpu', 'clientCpu', 'requests'] as const;

/** Each figure's median, since a run that was disturbed is disturbed in all of them. */
export const middleOf = (runs: readonly Run[]): Run => {
  const failures: Record<string, number> = {};
  for (const run of runs)
    for (const [why, times] of Object.entries(run.failures)) failures[why] = (failures[why] ?? 0) + times;
  const figures = Object.fromEntries(
    FIGURES.map((figure) => {
      const known = runs.flatMap((run) => run[figure] ?? []);
      return [figure, known.length > 0 ? median(known) : undefined];
    }),
  );
  return { ...(figures as Omit<Run, 'failures'>), failures };
};
