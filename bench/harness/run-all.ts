import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, keysOf } from '@tradeline/api/gateway';
import { LARGE, SMALL } from '../generate/size.ts';
import { placeCall } from '../workloads/place.ts';
import { type Workload, workloads } from '../workloads/workloads.ts';
import { type BenchApi, startBenchApi } from './api.ts';
import { startDriver, startReplay, type Worker } from './child.ts';
import { type BenchServer, untilTotalsAreKept } from './database.ts';
import type { DriveJob } from './drive-process.ts';
import { type Facts, learnTotals, prepareFacts } from './facts.ts';
import { measured, middleOf, type Run } from './measure.ts';
import { isWanted, type Options } from './options.ts';
import { rssOf } from './processes.ts';
import { type Background, listenToIdle, type Recording, record } from './record.ts';
import type { ReplayJob } from './replay-process.ts';
import type { Results, Start, WorkloadResult } from './results.ts';
import { openDeafGateway, runSilence } from './silence.ts';
import { brokenPromises, runFanOut, runRace } from './specials.ts';
import { median } from './stats.ts';
import { asksIn, statementsIn, transactionTripsIn, tripsIn } from './trace.ts';
import { startWireProxy } from './wire-proxy.ts';

type Setting = { server: BenchServer; folder: string; options: Options; say: (text: string) => void };
type Outcome = Omit<Results, 'at' | 'commit' | 'machine' | 'options' | 'install' | 'micro'>;

/** Requests that only warm up plans and code before anything is counted or timed. */
const WARM = 24;
/** Requests of each workload that are recorded for the floor. */
const RECORDED = 64;
/** As long as it takes until what many ask has been asked once: a service runs for weeks, a measurement for seconds. */
const WARM_SECONDS = 4;
/** Of each client while warming up: a connection makes a plan of its own for good only at the sixth time. */
const WARM_REQUESTS = 7;
/** An upper bound of orders a second by which waiting carts are made in advance. */
const ORDERS_A_SECOND = 700;
/** Carts for what is ordered beside payers whom a gateway does not answer. */
const SILENCE_CARTS = 600;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** All of it, one thing after another: starts, counts, rounds with their floors, the race, the streams, and whether the data is still sound. */
export const runAll = async ({ server, folder, options, say }: Setting): Promise<Outcome> => {
  const wanted = workloads.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const size = options.size === 'large' ? LARGE : SMALL;
  const set = await server.dataSet(size);
  const starts: Outcome['starts'] = {};
  if (isWanted(options, 'start') && options.size === 'large') {
    const url = await server.copy(await server.dataSet(SMALL), 'bench_small_run');
    starts.small = await measureStart(url, server.socket, folder);
    say(
      `small shop: answers after ${starts.small.answeredMs.toFixed(0)} ms, ready after ${starts.small.readyMs.toFixed(0)} ms`,
    );
  }
  const url = await server.copy(set, 'bench_run');
  if (isWanted(options, 'start')) {
    starts[options.size] = await measureStart(url, server.socket, folder);
    say(`${options.size} shop: ready after ${starts[options.size]?.readyMs.toFixed(0)} ms`);
  }
  say('signing people in, filling shelves and carts');
  const rounds = options.clients.length * options.runs * options.seconds + 3 * WARM_SECONDS;
  const races = isWanted(options, 'race');
  const places = wanted.some(({ uses }) => uses);
  const hears = isWanted(options, 'silence');
  const ordered = places ? Math.min(40_000, Math.ceil(ORDERS_A_SECOND * rounds * 1.6) + WARM + RECORDED) : 0;
  const cartsPerKind = ordered + (hears ? SILENCE_CARTS : 0);
  const facts = await prepareFacts(url, { size, cartsPerKind });
  // Laid aside before anything is ordered: what the workloads leave over is not known to them.
  const { spread, hot } = facts.orders;
  const aside = { ...facts.orders, spread: spread.splice(ordered), hot: hot.splice(ordered) };

  const recordings = await recordAll({ url, folder, wanted, facts, say });
  if (options.profile) mkdirSync(join(folder, 'profile'), { recursive: true });
  const nodeArgs = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(folder, 'profile')}`] : [];
  const api = await startBenchApi({ databaseUrl: url, databaseSocket: server.socket, folder, name: 'api', nodeArgs });
  await untilTotalsAreKept(url);
  const [driver, replay] = [startDriver(), startReplay()];
  await driver.ask({ facts, ports: api.ports });
  const results: WorkloadResult[] = [];
  for (const workload of wanted) {
    const result = await measureWorkload({
      workload,
      recording: recordings.get(workload.name)!,
      facts,
      api,
      url,
      server,
      driver,
      replay,
      options,
    });
    results.push(result);
    const most = result.runs[Math.max(...options.clients)];
    say(
      `${workload.name}: ${most?.perSecond.toFixed(0)}/s at ${Math.max(...options.clients)}, p95 ${most?.p95.toFixed(1)} ms, ` +
        `CPU API ${most?.apiCpu?.toFixed(2)} + PG ${most?.databaseCpu?.toFixed(2)} ms, floor ${result.floor?.perSecond.toFixed(0)}/s ` +
        `(${result.floor?.clientCpu.toFixed(2)} + ${result.floor?.databaseCpu?.toFixed(2)} ms), SQL ${result.statements}, trips ${result.trips} (${result.transactionTrips})` +
        `${failuresIn(most?.failures)}${failuresIn(result.floor?.failures)}`,
    );
  }
  const outcome: Outcome = { workloads: results, starts, brokenPromises: [] };
  if (races) {
    await learnTotals(facts, facts.orders.race, api.ports.portal, placeCall);
    outcome.race = await runRace(facts, api.ports);
    say(`race: ${outcome.race.sold} of ${outcome.race.asked} sold`);
  }
  if (isWanted(options, 'fan-out')) {
    outcome.fanOut = await runFanOut(facts, { ports: api.ports, pid: api.pid, url }, 500);
    say(`fan-out: ${outcome.fanOut.heard} streams heard`);
  }
  if (hears) {
    const deaf = await openDeafGateway();
    const env = environmentOf(keysOf(join(folder, 'deaf')), deaf.url);
    const paid = await startBenchApi({ databaseUrl: url, folder, name: 'silence', env });
    await learnTotals(facts, aside.spread, paid.ports.portal, placeCall);
    outcome.silence = await runSilence({ ...facts, orders: aside }, paid, url);
    say(
      `silence: p95 ${outcome.silence.calmP95.toFixed(1)} ms calm, ${outcome.silence.silentP95.toFixed(1)} ms while a gateway hangs`,
    );
    await paid.stop();
    deaf.stop();
  }
  outcome.memoryMiB = (rssOf(api.pid) ?? Number.NaN) / 2 ** 20;
  driver.stop();
  replay.stop();
  await api.stop();
  // The floor's orders are copies of recorded ones under new keys; what the product itself wrote must be sound.
  outcome.brokenPromises = places || races || hears ? await brokenPromises(url) : [];
  return outcome;
};

const failuresIn = (failures: Run['failures'] = {}): string =>
  Object.keys(failures).length > 0 ? ` FAILURES ${JSON.stringify(failures).slice(0, 400)}` : '';

/** Started thrice; memory is read when it has rested. */
const measureStart = async (
  databaseUrl: string,
  databaseSocket: string | undefined,
  folder: string,
): Promise<Start> => {
  const starts: BenchApi[] = [];
  let idleMiB: number | undefined;
  for (let run = 0; run < 3; run++) {
    const api = await startBenchApi({ databaseUrl, databaseSocket, folder, name: 'start' });
    starts.push(api);
    if (run === 2) {
      await pause(5_000);
      const rss = rssOf(api.pid);
      idleMiB = rss === undefined ? undefined : rss / 2 ** 20;
    }
    await api.stop();
  }
  return {
    answeredMs: median(starts.map((api) => api.answeredMs)),
    readyMs: median(starts.map((api) => api.readyMs)),
    idleMiB,
  };
};

type Recordings = Map<string, Recording>;

/** A server behind the counting proxy answers some calls of each workload; the figures of speed are taken without it. */
const recordAll = async ({
  url,
  folder,
  wanted,
  facts,
  say,
}: {
  url: string;
  folder: string;
  wanted: readonly Workload[];
  facts: Facts;
  say: (text: string) => void;
}): Promise<Recordings> => {
  const proxy = await startWireProxy(url);
  // Each connection prepares a text once: with few of them all are soon as they are after a minute of service.
  const api = await startBenchApi({ databaseUrl: proxy.url, folder, name: 'counted', pool: 2, background: 'off' });
  if (facts.orders.spread.length > 0) {
    say('asking what the carts cost');
    for (const carts of [facts.orders.spread, facts.orders.hot])
      await learnTotals(facts, carts, api.ports.portal, placeCall);
  }
  const background: Background = new Set();
  await listenToIdle(proxy, background, 3_000);
  const recordings: Recordings = new Map();
  for (const workload of wanted)
    recordings.set(
      workload.name,
      await record(
        { workload, facts, ports: api.ports, proxy, background },
        workload.recorded ?? { warm: WARM, keep: RECORDED },
      ),
    );
  await api.stop();
  await proxy.stop();
  return recordings;
};

type One = {
  workload: Workload;
  recording: Recording;
  facts: Facts;
  api: BenchApi;
  url: string;
  server: BenchServer;
  driver: Worker<DriveJob>;
  replay: Worker<ReplayJob>;
  options: Options;
};

const measureWorkload = async ({
  workload,
  recording,
  facts,
  api,
  url,
  server,
  driver,
  replay,
  options,
}: One): Promise<WorkloadResult> => {
  const { traces } = recording;
  const hasFloor = traces.some((trace) => statementsIn(trace) > 0);
  let next = recording.used;
  const drive = async (clients: number, seconds: number, least = 0): Promise<Run> => {
    const run = await measured({ api: api.pid, database: server.pid }, () =>
      driver.ask({ workload: workload.name, clients, seconds, from: next, least }),
    );
    next += run.used;
    return run;
  };
  if (hasFloor) await replay.ask({ url, socket: server.socket, traces: floorTraces(workload, recording, facts) });
  let played = 0;
  const floor = async (seconds: number, least = 0): Promise<Run> => {
    const run = await measured({ database: server.pid }, () =>
      replay.ask({ clients: Math.max(...options.clients), seconds, from: played, least }),
    );
    played += run.used;
    return run;
  };
  await drive(Math.max(...options.clients), workload.warmSeconds ?? WARM_SECONDS, WARM_REQUESTS);
  if (hasFloor) await floor(WARM_SECONDS, WARM_REQUESTS);
  const runs: Record<string, Run> = {};
  const floors: Run[] = [];
  for (const clients of options.clients) {
    const these: Run[] = [];
    for (let run = 0; run < options.runs; run++) {
      these.push(await drive(clients, options.seconds));
      // In turn with its floor, so that both have the same disturbed minutes.
      if (hasFloor && clients === Math.max(...options.clients)) floors.push(await floor(options.seconds));
    }
    runs[clients] = middleOf(these);
  }
  return {
    name: workload.name,
    title: workload.title,
    bars: workload.bars,
    runs,
    floor: hasFloor ? middleOf(floors) : undefined,
    asks: asksIn(traces[0]),
    statements: median(traces.map(statementsIn)),
    trips: median(traces.map(tripsIn)),
    transactionTrips: median(traces.map(transactionTripsIn)),
  };
};

/** Recorded calls, each with carts of the same buyer, contents and total that may stand in for the one it used up. */
const floorTraces = (
  { uses }: Workload,
  { traces, numbers }: Recording,
  { orders }: Facts,
): Extract<ReplayJob, { url: string }>['traces'] => {
  if (!uses) return traces.map((trace) => ({ trace }));
  const carts = orders[uses];
  // The last part of the waiting carts is the floor's, the rest the server's.
  const rest = carts.splice(Math.ceil(carts.length * 0.6));
  const sessions = numbers.map((n) => carts[n]!.session);
  return traces.map((trace, at) => {
    const own = carts[numbers[at]!]!;
    // Two recorded calls of one buyer never take the same cart.
    const [mine, all] = [sessions.slice(0, at), sessions].map((some) => some.filter((s) => s === own.session).length);
    const stock = rest.filter(({ session }) => session === own.session).filter((_, n) => n % all! === mine);
    return { trace, replaces: own.cartId, stock: stock.map(({ cartId }) => cartId) };
  });
};
