import { join } from 'node:path';
import { ok } from '@tradeline/domain/kernel';
import { type Api, startApi } from './api.ts';
import { build } from './build.ts';
import { hasDesk, hasGateway, startDesk, startStandIn } from './gateway.ts';
import { type DatabaseOptions, filesOf, type LaunchedDatabase, launchDatabase } from './launch-database.ts';
import type { Ports } from './ports.ts';
import type { Try } from './refusal.ts';
import { runStep, type Stage } from './stage.ts';

export type LaunchOptions = DatabaseOptions & { ports: Ports; host: string; env?: NodeJS.ProcessEnv };
export type Launched = LaunchedDatabase & { api: Api; log: string };

/** Database, build, API, in the order in which a failure leaves the least behind. Every step can be stopped. */
export const launch = async (options: LaunchOptions, stage: Stage): Promise<Try<Launched>> => {
  const stopBuilding = new AbortController();
  const building = build(AbortSignal.any([stage.signal, stopBuilding.signal]));
  stage.undoLater(async () => {
    stopBuilding.abort();
    await building;
  });

  const database = await launchDatabase(options, stage);
  if (!database.ok) return database;

  const built = await runStep(stage, 'Building · 构建', async () => {
    const done = await building;
    if (!done.ok) return done;
    const text =
      done.value === 'built' ? 'API, portal and console built · 构建完成' : 'Build is up to date · 构建已是最新';
    return ok({ value: done.value, text });
  });
  if (!built.ok) return built;

  const { folder, ports, host, env: given = {} } = options;
  const standIns = await launchStandIns(folder, given, stage);
  if (!standIns.ok) return standIns;
  const env = { ...standIns.value, ...given };
  const log = join(folder, 'api.log');
  const { databaseUrl, databaseSocket } = database.value;
  const api = await runStep(stage, 'API', async () => {
    const started = await startApi({ databaseUrl, databaseSocket, ports, host, files: filesOf(folder), log, env });
    if (!started.ok) return started;
    stage.undoLater(started.value.stop);
    return ok({ value: started.value, text: 'API ready · 服务就绪' });
  });
  return api.ok ? ok({ ...database.value, api: api.value, log }) : api;
};

/** What the API is told of payment and of parcels: the stand-ins, unless the real ones are set up. */
export const launchStandIns = async (
  folder: string,
  given: NodeJS.ProcessEnv,
  stage: Stage,
): Promise<Try<NodeJS.ProcessEnv>> => {
  const env = { ...process.env, ...given };
  const wanted = [
    ...(hasGateway(env)
      ? []
      : [{ title: 'Payment · 支付', start: startStandIn, text: 'Stand-in for WeChat Pay and Alipay · 演示支付网关' }]),
    ...(hasDesk(env)
      ? []
      : [{ title: 'Carrier · 物流', start: startDesk, text: 'Stand-in for parcel tracking · 演示物流服务' }]),
  ];
  let told: NodeJS.ProcessEnv = {};
  for (const { title, start, text } of wanted) {
    const running = await runStep(stage, title, async () => {
      const started = await start(folder);
      if (!started.ok) return started;
      stage.undoLater(started.value.stop);
      return ok({ value: started.value.env, text });
    });
    if (!running.ok) return running;
    told = { ...told, ...running.value };
  }
  return ok(told);
};
