import { connect, createServer } from 'node:net';
import { type Trip, watchConnection } from './wire.ts';

export type WireProxy = {
  url: string;
  onTrip: (hear: ((trip: Trip) => void) | undefined) => void;
  stop: () => Promise<void>;
};

/** How long an answer is on its way. */
const AWAY_MS = 3;

/** Stands between a program and its database and tells of every trip. Only for counting: it costs time itself. */
export const startWireProxy = async (databaseUrl: string): Promise<WireProxy> => {
  const target = new URL(databaseUrl);
  let hear: ((trip: Trip) => void) | undefined;
  let connections = 0;
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    const watcher = watchConnection(connections++, (trip) => hear?.(trip));
    client.on('data', (chunk: Buffer) => {
      watcher.fromClient(chunk);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      // As far away as another machine: what the client sends without waiting is sent before the answer to the first comes.
      setTimeout(() => {
        watcher.fromServer(chunk);
        client.write(chunk);
      }, AWAY_MS);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    onTrip: (next) => {
      hear = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
