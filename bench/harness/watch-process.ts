import { readdirSync, readFileSync } from 'node:fs';
import type { BenchApi } from './api.ts';
import { bytesOf } from './call.ts';
import { openClient } from './http-client.ts';
import { rssOf } from './processes.ts';
import { percentile } from './stats.ts';

const MIB = 2 ** 20;
const EVERY_MS = 10;

/** Processes that one started and that still run. */
const childrenOf = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
};

export type Watched = {
  /** By how much the API's own memory was larger at its peak than `before`. */
  grownMiB: number;
  /** Peak of the processes it started. */
  ownMiB: number;
  /** What a request that needs nothing waited, in milliseconds: as long as the process was busy with something else. */
  waits: { p95: number; most: number };
};

/** Looks at a process and its children every ten milliseconds and asks it something small, until told to end. */
export const watchProcess = ({ pid, ports }: Pick<BenchApi, 'pid' | 'ports'>, before: number) => {
  const client = openClient(ports.console);
  const ping = bytesOf({ audience: 'ping' }, { buyer: [], staff: [] });
  const waits: number[] = [];
  let [peak, own, ended] = [before, 0, false];
  const watching = (async () => {
    while (!ended) {
      const began = performance.now();
      await client.send(ping);
      waits.push(performance.now() - began);
      peak = Math.max(peak, rssOf(pid) ?? 0);
      own = Math.max(
        own,
        childrenOf(pid).reduce((sum, child) => sum + (rssOf(child) ?? 0), 0),
      );
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    end: async (): Promise<Watched> => {
      ended = true;
      await watching;
      client.close();
      return {
        grownMiB: (peak - before) / MIB,
        ownMiB: own / MIB,
        waits: { p95: percentile(waits, 0.95), most: Math.max(...waits) },
      };
    },
  };
};
