import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deskEnvironment, deskKeysOf } from '@tradeline/api/carrier';
import { environmentOf, keysOf } from '@tradeline/api/gateway';
import { ok } from '@tradeline/domain/kernel';
import { refusal, type Try } from './refusal.ts';
import { runStandIn } from './stand-in.ts';

export type StandIn = { url: string; env: NodeJS.ProcessEnv; stop: () => Promise<void> };

/** Whether a real gateway is set up: then no stand-in is started beside it. */
export const hasGateway = (env: NodeJS.ProcessEnv): boolean => Boolean(env.WECHAT_PAY_MCHID || env.ALIPAY_APP_ID);
/** Whether a real tracking service is set up. */
export const hasDesk = (env: NodeJS.ProcessEnv): boolean => Boolean(env.KUAIDI100_KEY);

const homeOf = (folder: string, name: string): string => {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  return home;
};

/** Starts the stand-in for WeChat Pay and Alipay. */
export const startStandIn = async (folder: string): Promise<Try<StandIn>> => {
  const home = homeOf(folder, 'gateway');
  const keys = keysOf(home);
  const running = await runStandIn(home, 'gateway');
  if (!running)
    return refusal(`The stand-in gateway did not start; its log is in ${home}`, `演示支付网关未能启动，日志在 ${home}`);
  return ok({ ...running, env: environmentOf(keys, running.url) });
};

/** Starts the stand-in for the tracking service, whose parcels make their way by themselves. */
export const startDesk = async (folder: string): Promise<Try<StandIn>> => {
  const home = homeOf(folder, 'carrier');
  const keys = deskKeysOf(home);
  const running = await runStandIn(home, 'carrier');
  if (!running)
    return refusal(`The stand-in carrier did not start; its log is in ${home}`, `演示物流服务未能启动，日志在 ${home}`);
  return ok({ ...running, env: deskEnvironment(keys, running.url) });
};
