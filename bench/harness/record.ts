import type { Ports } from '@tradeline/tools/product';
import type { Workload } from '../workloads/workloads.ts';
import { bytesOf } from './call.ts';
import type { Facts } from './facts.ts';
import { openClient } from './http-client.ts';
import { type Trace, traceOf } from './trace.ts';
import type { Trip } from './wire.ts';
import type { WireProxy } from './wire-proxy.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Texts that the server runs by itself while nobody asks. */
export type Background = Set<string>;

export const listenToIdle = async (proxy: WireProxy, background: Background, ms: number): Promise<void> => {
  proxy.onTrip((trip) => noteBackground(background, trip));
  await pause(ms);
  proxy.onTrip(undefined);
};

const SHARED = /^\s*(begin|commit|rollback|savepoint|release)/i;
const noteBackground = (background: Background, { statements }: Trip): void => {
  // A trip's statements come after it was told of.
  setTimeout(() => {
    for (const { text } of statements) if (!SHARED.test(text)) background.add(text);
  }, 50);
};

export type Recording = { traces: Trace[]; numbers: number[]; used: number };

/**
 * Makes calls one after another through the counting proxy and keeps what each asked of the database. Calls come first
 * that only warm up: a statement seen often enough is asked for in fewer trips.
 */
export const record = async (
  {
    workload,
    facts,
    ports,
    proxy,
    background,
  }: { workload: Workload; facts: Facts; ports: Ports; proxy: WireProxy; background: Background },
  { warm, keep }: { warm: number; keep: number },
): Promise<Recording> => {
  const clients = { portal: openClient(ports.portal), console: openClient(ports.console) };
  const found: { trips: Trip[]; n: number }[] = [];
  for (let n = 0; n < warm + keep; n++) {
    const call = workload.call(n, facts);
    if (!call) break;
    const trips: Trip[] = [];
    proxy.onTrip((trip) => trips.push(trip));
    const { status, body } = await clients[call.audience === 'staff' ? 'console' : 'portal'].send(
      bytesOf(call, facts.tokens),
    );
    proxy.onTrip(undefined);
    if (status !== 200) throw new Error(`${workload.name}: ${status} ${body.toString('latin1').slice(0, 400)}`);
    if (n >= warm) found.push({ trips, n });
  }
  await pause(80);
  for (const client of Object.values(clients)) client.close();
  const traces = found.map(({ trips }) => traceOf(trips, background));
  return { traces, numbers: found.map(({ n }) => n), used: warm + keep };
};
