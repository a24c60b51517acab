import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Behaviour, type GatewayKeys, keysOf } from '../../dev/gateway/index.ts';
import type { PaymentChannel } from '../ports/payment.ts';

const program = fileURLToPath(new URL('../../dev/gateway/main.ts', import.meta.url));

type Refund = { number: string; amount: number; state: string };
export type HeldTrade = {
  channel: PaymentChannel;
  number: string;
  paidAmount: number;
  state: string;
  refunds: Refund[];
};

/** The stand-in gateway as the program it is, in a process of its own; it is spoken to by HTTP and nothing else. */
export const gatewayProcess = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tradeline-gateway-'));
  const keys: GatewayKeys = keysOf(folder);
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  // No process outlives a run that is interrupted.
  const last = () => void child.kill('SIGKILL');
  process.once('exit', last);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the gateway did not start')));
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /"url":"([^"]+)"/u.exec(String(chunk))?.[1];
      if (found) resolve(found);
    });
  });
  const post = (path: string, body: object) =>
    fetch(`${url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    url,
    keys,
    behave: async (wish: Partial<Behaviour>): Promise<void> => void (await post('behaviour', wish)),
    pay: async (channel: PaymentChannel, number: string): Promise<void> =>
      void (await post('pay', { channel, number })),
    trade: async (number: string): Promise<HeldTrade | undefined> =>
      ((await (await fetch(`${url}/control/trades`)).json()) as HeldTrade[]).find((each) => each.number === number),
    stop: async (): Promise<void> => {
      process.off('exit', last);
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
