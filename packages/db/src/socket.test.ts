import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { startEmbedded } from './embedded/index.ts';

/** How a connection came in: the server names the client's address only for one over the network. */
const wayOf = async (options: Parameters<typeof connect>[0]): Promise<unknown> => {
  const { raw, close } = connect(options);
  const [row] = await raw<{ way: string | null }[]>`select host(inet_client_addr()) as way`;
  await close();
  return row?.way ?? 'the socket file';
};

test('a server of ours is reached through the network and, where its folder allows, through a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tradeline-socket-'));
  const server = await startEmbedded({ folder, durable: false });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const { url, socket, stop } = server.value;
  expect(socket && existsSync(socket)).toBe(true);
  expect(await wayOf({ url: url('postgres') })).toBe('127.0.0.1');
  expect(await wayOf({ url: url('postgres'), socket })).toBe('the socket file');
  await stop();

  const deep = join(folder, 'a-long-name-'.repeat(8));
  const other = await startEmbedded({ folder: deep, durable: false });
  if (!other.ok) throw new Error(JSON.stringify(other.error));
  expect(other.value.socket).toBeUndefined();
  expect(await wayOf({ url: other.value.url('postgres') })).toBe('127.0.0.1');
  await other.value.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
