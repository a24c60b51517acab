import { connect, createServer } from 'node:net';
import { ok } from '@tradeline/domain/kernel';
import { refusal, type Try } from './refusal.ts';

export type Ports = { portal: number; console: number };

/** The two ports asked for, when nothing else answers on them. */
export const claimPorts = async (env: NodeJS.ProcessEnv, host: string): Promise<Try<Ports>> => {
  const ports = { portal: Number(env.PORTAL_PORT ?? 4100), console: Number(env.CONSOLE_PORT ?? 4200) };
  for (const [name, port] of [
    ['PORTAL_PORT', ports.portal],
    ['CONSOLE_PORT', ports.console],
  ] as const) {
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      return refusal(
        `${name}=${env[name]} is not a port number (1 to 65535).`,
        `${name}=${env[name]} 不是有效的端口号。`,
      );
    const state = await portState(port, host);
    if (state === 'free') continue;
    const other = `${name}=${await freePortAfter(port, Object.values(ports), host)} npx -y pnpm@12 start`;
    if (state === 'forbidden')
      return refusal(
        `Port ${port} needs more rights than you have; choose another: ${other}`,
        `端口 ${port} 无权使用，请换一个：${other}`,
      );
    return refusal(
      `Port ${port} is used by another program; choose another: ${other}`,
      `端口 ${port} 已被占用，请换一个：${other}`,
    );
  }
  if (ports.portal === ports.console)
    return refusal('PORTAL_PORT and CONSOLE_PORT must differ.', 'PORTAL_PORT 与 CONSOLE_PORT 不能相同。');
  return ok(ports);
};

const freePortAfter = async (port: number, taken: number[], host: string): Promise<number> => {
  for (let next = port + 1; next <= 65_535; next++)
    if (!taken.includes(next) && (await portState(next, host)) === 'free') return next;
  return 0;
};

type PortState = 'free' | 'used' | 'forbidden';

/** A program on one address family only would still catch a browser that opens `localhost`, so both are asked. */
const portState = async (port: number, host: string): Promise<PortState> => {
  for (const address of ['127.0.0.1', '::1']) if (await answers(port, address)) return 'used';
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EACCES' ? 'forbidden' : 'used'));
    probe.listen(port, host, () => probe.close(() => resolve('free')));
  });
};

const answers = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });

/** For tests: two ports that are free now. */
export const freePorts = async (): Promise<Ports> => {
  const take = () =>
    new Promise<{ port: number; release: () => void }>((resolve, reject) => {
      const probe = createServer();
      probe.once('error', reject);
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address();
        if (address === null || typeof address === 'string') return reject(new Error('no port'));
        resolve({ port: address.port, release: () => probe.close() });
      });
    });
  const [portal, staff] = [await take(), await take()];
  portal.release();
  staff.release();
  return { portal: portal.port, console: staff.port };
};
