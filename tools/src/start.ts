import { ok } from '@tradeline/domain/kernel';
import { bold, dim } from './console/steps.ts';
import { supervise } from './console/supervise.ts';
import { loginRows, table } from './console/table.ts';
import { claimPorts, dataFolder, type Launched, launch, noteRunning, type Ports, stopped } from './product/index.ts';

const announce = ({ databaseUrl, postgresPid, logins, log }: Launched, ports: Ports): void => {
  const portalUrl = process.env.PORTAL_URL ?? `http://localhost:${ports.portal}`;
  const consoleUrl = process.env.CONSOLE_URL ?? `http://localhost:${ports.console}`;
  noteRunning(dataFolder, { pid: process.pid, databaseUrl, postgresPid, portalUrl, consoleUrl });
  const addresses = [
    ['Buyer portal', '订货门户', bold(portalUrl)],
    ['Admin console', '管理后台', bold(consoleUrl)],
  ];
  console.log(`\n${table(addresses)}\n`);
  if (logins.length > 0) console.log(`${table(loginRows(logins))}\n`);
  console.log(dim(`  Ctrl-C stops everything · 按 Ctrl-C 停止 · log 日志 ${log}\n`));
};

process.exitCode = await supervise(async (stage) => {
  const host = process.env.HOST || '127.0.0.1';
  const ports = await claimPorts(process.env, host);
  if (!ports.ok) return ports;
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const product = await launch({ folder: dataFolder, databaseUrl, ports: ports.value, host }, stage);
  if (!product.ok) return product;
  announce(product.value, ports.value);
  const { api, log } = product.value;
  const gone = { en: `The API ended by itself; its log is ${log}`, zh: `API 意外退出，日志：${log}` };
  return ok({ ended: api.ended.then(() => gone) });
}, stopped);
process.exit();
