import { lstatSync, readdirSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { join } from 'node:path';
import { connect } from '@tradeline/db';
import { outboxStore } from '@tradeline/db/stores';
import type { Ports } from '@tradeline/tools/product';
import { root } from '@tradeline/tools/product';
import postgres from 'postgres';
import { placeCall } from '../workloads/place.ts';
import { bytesOf, plainBytesOf } from './call.ts';
import type { Facts } from './facts.ts';
import { openClient } from './http-client.ts';
import { rssOf } from './processes.ts';
import { percentile } from './stats.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type Race = { asked: number; sold: number; refused: Record<string, number>; seconds: number };

/** Two hundred buyers, one item each, of a hundred that are there; all start at once. */
export const runRace = async (facts: Facts, ports: Ports): Promise<Race> => {
  const clients = facts.orders.race.map(() => openClient(ports.portal));
  // Warm connections, so that the start is one.
  await Promise.all(clients.map((client) => client.send(bytesOf({ audience: 'ping' }, facts.tokens))));
  const began = performance.now();
  const replies = await Promise.all(
    facts.orders.race.map((waiting, at) => clients[at]!.send(plainBytesOf(placeCall(waiting), facts.tokens))),
  );
  const seconds = (performance.now() - began) / 1_000;
  const refused: Record<string, number> = {};
  for (const { status, body } of replies) {
    if (status === 200) continue;
    const why = /"message":"([^"]*)"/.exec(body.toString())?.[1] ?? String(status);
    refused[why] = (refused[why] ?? 0) + 1;
  }
  for (const client of clients) client.close();
  return { asked: replies.length, sold: replies.filter(({ status }) => status === 200).length, refused, seconds };
};

export type FanOut = {
  streams: number;
  heard: number;
  firstMs: number;
  lastMs: number;
  p95Ms: number;
  memoryMiB: number | undefined;
};

/** Screens of the console that listen, and how soon all of them hear of one event after it was committed. */
export const runFanOut = async (
  facts: Facts,
  { ports, pid, url }: { ports: Ports; pid: number; url: string },
  streams: number,
): Promise<FanOut> => {
  const before = rssOf(pid);
  const heardAt: number[] = [];
  let armed = false;
  const sockets = await Promise.all(
    Array.from({ length: streams }, async (_, at) => {
      await pause(at * 2);
      const socket = connectSocket({ port: ports.console, host: '127.0.0.1' });
      const token = facts.tokens.staff[at % facts.tokens.staff.length];
      socket.write(
        `GET /trpc/live.events HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\ncookie: staff_sid=${token}\r\n\r\n`,
      );
      socket.on('data', (chunk: Buffer) => {
        if (armed && chunk.includes('bench.fan-out')) heardAt.push(performance.now());
      });
      await new Promise((resolve) => socket.once('data', resolve));
      return socket;
    }),
  );
  await pause(1_000);
  const after = rssOf(pid);
  const connection = connect({ url, pool: 1 });
  await connection.raw`select 1`;
  armed = true;
  const began = performance.now();
  // As the product does it: the event and the word of it commit together.
  await connection.db.transaction((tx) =>
    outboxStore.add(tx, { type: 'bench.fan-out', aggregateType: 'bench', aggregateId: 'bench', payload: {} }),
  );
  for (let waited = 0; heardAt.length < streams && waited < 5_000; waited += 20) await pause(20);
  for (const socket of sockets) socket.destroy();
  await connection.close();
  const delays = heardAt.map((at) => at - began);
  return {
    streams,
    heard: heardAt.length,
    firstMs: Math.min(...delays),
    lastMs: Math.max(...delays),
    p95Ms: percentile(delays, 0.95),
    memoryMiB: before === undefined || after === undefined ? undefined : (after - before) / 2 ** 20,
  };
};

/** Bytes of a folder, each file once. */
export const sizeOf = (folder: string): number => {
  let bytes = 0;
  const seen = new Set<string>();
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) {
        const { dev, ino, size } = lstatSync(path);
        const key = `${dev}:${ino}`;
        if (!seen.has(key)) bytes += size;
        seen.add(key);
      }
    }
  return bytes;
};

export const installSizes = (): { modulesMiB: number; apiBundleMiB: number } => ({
  modulesMiB: sizeOf(join(root, 'node_modules')) / 2 ** 20,
  apiBundleMiB: sizeOf(join(root, 'apps/api/dist')) / 2 ** 20,
});

/** Views that say what must never be; all of them are empty in a sound database. */
export const brokenPromises = async (url: string): Promise<string[]> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`set statement_timeout = 0`;
  const views = await sql<
    { name: string }[]
  >`select viewname as name from pg_views where viewname like 'inv\_%' order by 1`;
  const broken: string[] = [];
  // Counted, not looked for: with "limit 1" the planner hopes to meet one early, and looks for hours where there is none.
  for (const { name } of views) {
    const [row] = await sql<[{ n: number }]>`select count(*)::int as n from ${sql(name)}`;
    if (row.n > 0) broken.push(name);
  }
  await sql.end();
  return broken;
};
