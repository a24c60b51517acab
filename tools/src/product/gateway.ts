import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf, keysOf } from '@tradeline/api/gateway';
import { ok } from '@tradeline/domain/kernel';
import { root } from './paths.ts';
import { refusal, type Try } from './refusal.ts';
import { stopProcess } from './run-program.ts';

export type StandIn = { url: string; env: NodeJS.ProcessEnv; stop: () => Promise<void> };

const READY_MS = 15_000;

/** Whether a real gateway is set up: then no stand-in is started beside it. */
export const hasGateway = (env: NodeJS.ProcessEnv): boolean => Boolean(env.WECHAT_PAY_MCHID || env.ALIPAY_APP_ID);

/** Starts the stand-in for WeChat Pay and Alipay in a process of its own, on a free port of this machine only. */
export const startStandIn = async (folder: string): Promise<Try<StandIn>> => {
  const home = join(folder, 'gateway');
  mkdirSync(home, { recursive: true });
  const keys = keysOf(home);
  const log = createWriteStream(join(home, 'gateway.log'), { mode: 0o600 });
  const script = join(root, 'apps/api/dev/gateway/main.ts');
  const preload = fileURLToPath(new URL('../stop-with-parent.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', preload, script, home], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stderr?.pipe(log, { end: false });
  const url = await new Promise<string | undefined>((resolve) => {
    const patience = setTimeout(() => resolve(undefined), READY_MS);
    const done = (found: string | undefined) => {
      clearTimeout(patience);
      resolve(found);
    };
    child.once('exit', () => done(undefined));
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /"url":"([^"]+)"/u.exec(String(chunk))?.[1];
      if (found) done(found);
    });
  });
  if (!url) {
    await stopProcess(child, 2_000);
    return refusal(`The stand-in gateway did not start; its log is in ${home}`, `演示支付网关未能启动，日志在 ${home}`);
  }
  return ok({ url, env: environmentOf(keys, url), stop: () => stopProcess(child, 2_000) });
};
