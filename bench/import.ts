import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder, root, tool, turboEnv } from '@tradeline/tools/product';
import postgres from 'postgres';
import { SMALL } from './generate/size.ts';
import { startBenchApi } from './harness/api.ts';
import { bytesOf } from './harness/call.ts';
import { openServer } from './harness/database.ts';
import { openClient } from './harness/http-client.ts';
import { cpuMsOf, rssOf } from './harness/processes.ts';
import { watchProcess } from './harness/watch-process.ts';

/**
 * A goods sheet as large as one may be, looked at, tried and applied by the built product: what that costs the process that
 * answers everybody in memory, what the import's own process takes, and how long a small question waits meanwhile.
 */
const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '20000' } } });
const rows = Number(options.rows);
const folder = join(dataFolder, 'bench');
/** As long as the search index takes to know the goods of a whole sheet. */
const SETTLED_MS = 10_000;
mkdirSync(folder, { recursive: true });
const say = (text: string): void => console.log(text);
say('building the API');
execFileSync(tool('turbo'), ['run', 'build', '--filter=@tradeline/api', '--output-logs=errors-only'], {
  cwd: root,
  env: turboEnv(),
  stdio: ['ignore', 'ignore', 'inherit'],
});
const server = await openServer(folder, say);
const url = await server.copy(await server.dataSet(SMALL), 'bench_import');
const api = await startBenchApi({ databaseUrl: url, folder, name: 'import' });

const sql = postgres(url, { max: 1, onnotice: () => {} });
const token = randomBytes(32).toString('base64url');
await sql`insert into staff_sessions (id, user_id, expires_at)
  select ${createHash('sha256').update(token).digest('hex')}, id, now() + interval '1 day' from staff where login = 'admin'`;
const at = `http://127.0.0.1:${api.ports.console}`;
const headers = { cookie: `staff_sid=${token}`, 'x-tradeline': '1' };
const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const reply = await fetch(`${at}${path}`, { ...init, headers: { ...headers, ...init.headers } });
  const body = (await reply.json()) as { result?: { data: T } };
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(body).slice(0, 400)}`);
  return body.result?.data ?? (body as T);
};
const query = <T>(path: string, input: object): Promise<T> =>
  ask(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);
const mutate = <T>(path: string, input: object): Promise<T> =>
  ask(`/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

/** Four SKUs a product, all that a supplier's list says of goods. */
const sheetOf = (name: string): string => {
  const [{ category, unit } = { category: '', unit: '' }] = names;
  const header = '货号,商品编号,商品名称,英文名称,分类,规格,单位,起订量,订购倍数,箱规,条码,重量（克）,型号,卖点';
  const lines = Array.from({ length: rows }, (_, n) =>
    [
      `IMP-${n}`,
      `IMP-P${n >> 2}`,
      `${name} ${n >> 2}`,
      `Goods ${n >> 2}`,
      category,
      `颜色=色${n % 4}`,
      unit,
      1 + (n % 5),
      1,
      12,
      `69${String(n).padStart(11, '0')}`,
      100 + (n % 900),
      `M-${n >> 2}`,
      `耐用好看，工厂直供，整箱更优惠，第 ${n >> 2} 款`,
    ].join(','),
  );
  return [header, ...lines, ''].join('\n');
};
const names = await sql<{ category: string; unit: string }[]>`
  select c.name ->> 'zh' as category, (select unit ->> 'zh' from skus limit 1) as unit from categories c
  where (select count(*) from categories d where d.name ->> 'zh' = c.name ->> 'zh') = 1 limit 1`;

// Read often, so that the process is as warm as in the middle of a day, and what it needs for that is not the import's.
const warm = openClient(api.ports.console);
for (let n = 0; n < 400; n++)
  await warm.send(bytesOf({ audience: 'staff', session: 0, path: 'imports.list' }, { buyer: [], staff: [token] }));
warm.close();
let before = Number.NaN;

const measured = async (what: string, work: () => Promise<string>): Promise<void> => {
  const watch = watchProcess(api, before);
  const [began, cpuBefore] = [performance.now(), cpuMsOf(api.pid) ?? Number.NaN];
  const outcome = await work();
  const cpu = ((cpuMsOf(api.pid) ?? Number.NaN) - cpuBefore) / 1_000;
  const seconds = (performance.now() - began) / 1_000;
  const { grownMiB, ownMiB, waits } = await watch.end();
  say(
    `${what.padEnd(28)} ${seconds.toFixed(1).padStart(5)} s (processor ${cpu.toFixed(1)} s), API +${grownMiB.toFixed(0)} MiB, import ${ownMiB.toFixed(0)} MiB, ` +
      `a small question waited ${waits.p95.toFixed(1)} ms (p95), ${waits.most.toFixed(1)} ms (most)  ${outcome}`,
  );
};
type Job = { state: string; error: string | null; result: { counts: object; applied: boolean } | null };
const run = async (uploadId: string, mode: 'check' | 'apply', mapping: object): Promise<string> => {
  const { jobId } = await mutate<{ jobId: string }>('imports.start', { uploadId, sheet: 'goods', mode, mapping });
  for (;;) {
    const job = await query<Job>('imports.job', { id: jobId });
    if (job.state === 'done') return JSON.stringify(job.result?.counts);
    if (!['queued', 'running'].includes(job.state)) throw new Error(`import: ${job.state} ${job.error ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
try {
  for (const [what, name] of [
    ['new', '新品'],
    ['changed', '改名'],
  ] as const) {
    // What the search keeps of goods that were just imported is not the import's: it is made before the next file comes.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    before = rssOf(api.pid) ?? Number.NaN;
    const { id: uploadId } = await ask<{ id: string }>('/uploads/import-sheet', {
      method: 'POST',
      headers: { 'x-file-name': 'goods.csv' },
      body: sheetOf(name),
    });
    let mapping = {};
    await measured(`${rows} ${what}: looked at`, async () => {
      const preview = await query<{ rows: number; mapping: object }>('imports.preview', { uploadId, sheet: 'goods' });
      mapping = preview.mapping;
      return `${preview.rows} rows`;
    });
    await measured(`${rows} ${what}: tried`, () => run(uploadId, 'check', mapping));
    await measured(`${rows} ${what}: applied`, () => run(uploadId, 'apply', mapping));
  }
} finally {
  await sql.end();
  await api.stop();
  await server.stop();
}
