import type { Bars } from '../workloads/workloads.ts';
import type { Ratios } from './compare.ts';
import type { Run } from './measure.ts';
import type { Micro } from './micro.ts';
import type { Silence } from './silence.ts';
import type { FanOut, Race } from './specials.ts';

export type WorkloadResult = {
  name: string;
  title: string;
  bars: Bars;
  /** By number of clients. */
  runs: Record<string, Run>;
  /** The same statements without the application, at the most clients; none where a call asks the database nothing. */
  floor?: Run | undefined;
  /** One recorded call, trip by trip. */
  asks: string[][];
  statements: number;
  trips: number;
  transactionTrips: number;
};
export type Start = { answeredMs: number; readyMs: number; idleMiB: number | undefined };
export type Results = {
  at: string;
  commit: string;
  machine: { processor: string; cores: number; memoryGiB: number; node: string; postgres: string; load: number };
  options: { seconds: number; runs: number; clients: number[]; size: string };
  workloads: WorkloadResult[];
  starts: { small?: Start; large?: Start };
  race?: Race;
  fanOut?: FanOut;
  silence?: Silence;
  memoryMiB?: number | undefined;
  install?: { modulesMiB: number; apiBundleMiB: number };
  micro: Micro[];
  brokenPromises: string[];
};

const most = (runs: Record<string, Run>): Run | undefined => runs[Math.max(...Object.keys(runs).map(Number))];

export const ratiosOf = ({ workloads }: Pick<Results, 'workloads'>): Ratios =>
  Object.fromEntries(
    workloads.flatMap(({ name, runs, floor }) => {
      const run = most(runs);
      if (!run || !floor) return [];
      const [own, least] = [cpuOf(run), floor.clientCpu + (floor.databaseCpu ?? Number.NaN)];
      const cpuOfFloor = own === undefined || Number.isNaN(least) ? undefined : own / least;
      return [[name, { ofFloor: run.perSecond / floor.perSecond, cpuOfFloor }]];
    }),
  );

/** Processor time of a request in server and database together. */
export const cpuOf = ({ apiCpu, databaseCpu }: Run): number | undefined =>
  apiCpu === undefined || databaseCpu === undefined ? undefined : apiCpu + databaseCpu;

export type Verdict = { what: string; bar: string; measured: string; met: boolean };

/** Every bar that the run says something about. */
export const verdictsOf = ({ workloads, starts, race, fanOut, silence }: Results): Verdict[] => {
  const verdicts: Verdict[] = [];
  const ping = workloads.find(({ name }) => name === 'ping');
  const judge = (
    what: string,
    value: number | undefined,
    bar: number | undefined,
    unit: string,
    isLeast = false,
  ): void => {
    if (value === undefined || bar === undefined || Number.isNaN(value)) return;
    const digits = value < 10 ? 2 : 0;
    verdicts.push({
      what,
      bar: `${isLeast ? '≥' : '≤'} ${bar}${unit}`,
      measured: `${value.toFixed(digits)}${unit}`,
      met: isLeast ? value >= bar : value <= bar,
    });
  };
  for (const { name, bars, runs, floor, statements, transactionTrips } of workloads) {
    judge(`${name}, requests a second at 32 clients`, runs[32]?.perSecond, bars.perSecondAt32, '/s', true);
    judge(`${name}, p95 at 8 clients`, runs[8]?.p95, bars.p95MsAt8, ' ms');
    judge(`${name}, p95 at 32 clients`, runs[32]?.p95, bars.p95MsAt32, ' ms');
    judge(`${name}, statements a request`, statements, bars.statements, '');
    judge(`${name}, trips of the transaction`, transactionTrips, bars.transactionTrips, '');
    if (floor && runs[32])
      judge(`${name}, share of the floor`, runs[32].perSecond / floor.perSecond, bars.ofFloor, '', true);
    const [own, least] = [runs[32] && cpuOf(runs[32]), ping?.runs[32]?.apiCpu];
    if (floor?.databaseCpu !== undefined && own !== undefined && least !== undefined)
      judge(
        `${name}, processor time in pings + floors`,
        own / (least + floor.databaseCpu + floor.clientCpu),
        bars.cpuOfPingAndFloor,
        '',
      );
  }
  judge('idle memory of the API, small shop', starts.small?.idleMiB, 150, ' MiB');
  judge('idle memory of the API, 100,000 SKUs', starts.large?.idleMiB, 150, ' MiB');
  judge('API answers after its start', starts.small?.answeredMs, 1_000, ' ms');
  judge('API ready, small shop', starts.small?.readyMs, 1_000, ' ms');
  judge('API ready, 100,000 SKUs', starts.large?.readyMs, 1_000, ' ms');
  if (race)
    verdicts.push({
      what: 'race of 200 for 100',
      bar: 'sells 100',
      measured: `sold ${race.sold}`,
      met: race.sold === 100,
    });
  if (silence)
    verdicts.push({
      what: 'Others while a gateway is silent, p95',
      bar: '≤ 1.2 of calm, none held open',
      measured: `${(silence.silentP95 / silence.calmP95).toFixed(2)}, ${silence.heldOpen} held`,
      met: silence.silentP95 <= 1.2 * silence.calmP95 && silence.heldOpen === 0 && silence.failures === 0,
    });
  judge('500 streams, an event is heard, p95', fanOut?.p95Ms, 2_000, ' ms');
  judge('500 streams, memory', fanOut?.memoryMiB, 150, ' MiB');
  return verdicts;
};
