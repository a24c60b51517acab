import postgres from 'postgres';
import { freshStatements } from './fresh.ts';
import { NOTHING_LEFT, runRound } from './rounds.ts';
import type { Trace } from './trace.ts';

/**
 * The floor: the very statements of recorded requests, in the same transactions and the same trips, sent by a client that
 * does nothing else. A trace that uses something up (a cart) names it and comes with others to use in its place.
 */
export type ReplayJob =
  | { url: string; socket?: string | undefined; traces: { trace: Trace; replaces?: string; stock?: string[] }[] }
  | { clients: number; seconds: number; from: number; least?: number };

const asIs = { serialize: (value: unknown) => value, parse: (value: unknown) => value };
/** As many connections as the server's pool has: more clients wait for one there too. */
const CONNECTIONS = 10;
let pool: postgres.Sql[] = [];
let traces: { trace: Trace; replaces?: string; stock?: string[] }[] = [];

/** Values go out as they were recorded, as text, and come back as text. */
const connectTo = (url: string, socket: string | undefined): postgres.Sql =>
  postgres(url, {
    ...(socket === undefined ? {} : { path: socket }),
    max: 1,
    onnotice: () => {},
    types: {
      json: { to: 114, from: [114, 3802], ...asIs },
      boolean: { to: 16, from: [16], ...asIs },
      date: { to: 1184, from: [1082, 1114, 1184], ...asIs },
      number: { to: 0, from: [21, 23, 26, 700, 701], ...asIs },
      bytea: { to: 17, from: [17], ...asIs },
    } as never,
  });

const answer = async (job: ReplayJob): Promise<void> => {
  if ('url' in job) {
    await Promise.all(pool.map((sql) => sql.end()));
    pool = Array.from({ length: CONNECTIONS }, () => connectTo(job.url, job.socket));
    traces = job.traces;
    process.send?.({ ready: true });
    return;
  }
  const clients = Math.min(job.clients, CONNECTIONS);
  const cpu = process.cpuUsage();
  const round = await runRound({ ...job, clients }, async (n, at) => {
    const recorded = traces[n % traces.length]!;
    const next = recorded.stock?.shift();
    if (recorded.stock && next === undefined) return NOTHING_LEFT;
    const sql = pool[at]!;
    const fresh = freshStatements(recorded.replaces && next ? { [recorded.replaces]: next } : {});
    try {
      for (const { trips } of recorded.trace.units)
        for (const statements of trips)
          await Promise.all(
            statements.map(({ text, params }) => sql.unsafe(text, params.map(fresh) as never[], { prepare: true })),
          );
      return undefined;
    } catch (error) {
      await sql.unsafe('rollback').catch(() => {});
      return String(error);
    }
  });
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({ ...round, clientCpuMs: (user + system) / 1_000 });
};

// What fails ends the process, and with it the run.
process.on('message', (job: ReplayJob) => void answer(job));
process.on('disconnect', () => process.exit());
