import { setPriority } from 'node:os';
import type { Ports } from '@tradeline/tools/product';
import { workloads } from '../workloads/workloads.ts';
import { bytesOf } from './call.ts';
import type { Facts } from './facts.ts';
import { type HttpClient, openClient } from './http-client.ts';
import { NOTHING_LEFT, runRound } from './rounds.ts';

/** Sends requests from a process of its own, so that the server's clock is not the client's. */
export type DriveJob =
  | { facts: Facts; ports: Ports }
  | { workload: string; clients: number; seconds: number; from: number; least?: number };

let facts: Facts | undefined;
let ports: Ports | undefined;
const open = new Map<number, HttpClient[]>();

/** Connections stay open from round to round, as those of browsers and proxies do. */
const clientsOf = (port: number, count: number): HttpClient[] => {
  const all = open.get(port) ?? [];
  open.set(port, all);
  while (all.length < count) all.push(openClient(port));
  return all;
};

const answer = async (job: DriveJob): Promise<void> => {
  if ('facts' in job) {
    ({ facts, ports } = job);
    for (const client of [...open.values()].flat()) client.close();
    open.clear();
    process.send?.({ ready: true });
    return;
  }
  const workload = workloads.find(({ name }) => name === job.workload);
  if (!workload || !facts || !ports) throw new Error(`no such workload, or no facts yet: ${job.workload}`);
  const [known, address] = [facts, ports];
  const cpu = process.cpuUsage();
  const round = await runRound(job, async (n, at) => {
    const call = workload.call(n, known);
    if (!call) return NOTHING_LEFT;
    const port = call.audience === 'staff' ? address.console : address.portal;
    const { status, body } = await clientsOf(port, job.clients)[at]!.send(bytesOf(call, known.tokens));
    return status === 200 ? undefined : `${status} ${/"message":"([^"]*)"/.exec(body.toString('latin1'))?.[1] ?? ''}`;
  });
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({ ...round, clientCpuMs: (user + system) / 1_000 });
};

// What fails ends the process, and with it the run.
process.on('message', (job: DriveJob) => void answer(job));
process.on('disconnect', () => process.exit());
setPriority(5);
