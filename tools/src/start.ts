import { prepareShutdown } from './console/shutdown.ts';
import { beginStep, bold, dim, red } from './console/steps.ts';
import { table } from './console/table.ts';
import {
  claimPorts,
  dataFolder,
  findRunning,
  forgetRunning,
  type Launched,
  launch,
  noteRunning,
  type Ports,
  type Refusal,
  stopped,
} from './product/index.ts';

const main = async (): Promise<number> => {
  console.log(`\n  ${bold('Tradeline 订货')}\n`);
  const shutdown = prepareShutdown(() => console.log(dim('\n  Stopping … 正在停止 …')));
  const running = findRunning(dataFolder);
  if (running)
    return refuse({
      en: `Tradeline already runs here (process ${running.pid}): ${running.portalUrl} and ${running.consoleUrl}`,
      zh: `Tradeline 已在运行（进程 ${running.pid}）。`,
    });
  const host = process.env.HOST || '127.0.0.1';
  const ports = await claimPorts(process.env, host);
  if (!ports.ok) return refuse(ports.error);
  try {
    const product = await launch({
      folder: dataFolder,
      databaseUrl: process.env.DATABASE_URL || undefined,
      ports: ports.value,
      host,
      signal: shutdown.signal,
      undoLater: shutdown.undoLater,
      report: beginStep,
    });
    if (!product.ok) return product.error === stopped ? 0 : refuse(product.error);
    announce(product.value, ports.value);
    shutdown.undoLater(() => forgetRunning(dataFolder));
    const died = await Promise.race([shutdown.asked.then(() => false), product.value.api.ended.then(() => true)]);
    if (!died) return 0;
    return refuse({
      en: `The API ended by itself; its log is ${product.value.log}`,
      zh: `API 意外退出，日志：${product.value.log}`,
    });
  } finally {
    await shutdown.undoAll();
    console.log(dim('  Everything is stopped. 已全部停止。'));
  }
};

const refuse = ({ en, zh }: Refusal): number => {
  console.error(`\n  ${red(en)}\n  ${red(zh)}\n`);
  return 1;
};

const announce = ({ databaseUrl, postgresPid, logins, log }: Launched, ports: Ports): void => {
  const portalUrl = process.env.PORTAL_URL ?? `http://localhost:${ports.portal}`;
  const consoleUrl = process.env.CONSOLE_URL ?? `http://localhost:${ports.console}`;
  noteRunning(dataFolder, { pid: process.pid, databaseUrl, postgresPid, portalUrl, consoleUrl });
  console.log(
    `\n${table([
      ['Buyer portal', '订货门户', bold(portalUrl)],
      ['Admin console', '管理后台', bold(consoleUrl)],
    ])}\n`,
  );
  if (logins.length > 0) console.log(`${table(logins.map((row) => [row.app, row.login, row.password, row.role]))}\n`);
  console.log(dim(`  Ctrl-C stops everything · 按 Ctrl-C 停止 · log 日志 ${log}\n`));
};

process.exitCode = await main();
process.exit();
