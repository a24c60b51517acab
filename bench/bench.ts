import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { dataFolder, root, tool, turboEnv } from '@tradeline/tools/product';
import { type Ratios, slowerThan } from './harness/compare.ts';
import { openServer } from './harness/database.ts';
import { runMicro } from './harness/micro.ts';
import { isWanted, readOptions } from './harness/options.ts';
import { markdownOf } from './harness/report.ts';
import { type Results, ratiosOf } from './harness/results.ts';
import { runAll } from './harness/run-all.ts';
import { installSizes } from './harness/specials.ts';

/**
 * Measures the built product against this machine's own floor. Prints a table, keeps it with all figures in
 * `.data/bench`, and says what has become slower than `bench/baseline.json`, relative to the floor of the same run.
 */
const options = readOptions(process.argv.slice(2));
const folder = join(dataFolder, 'bench');
mkdirSync(folder, { recursive: true });
const began = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${text}`);

const load = loadavg()[0] ?? 0;
say('building the API');
execFileSync(tool('turbo'), ['run', 'build', '--filter=@tradeline/api', '--output-logs=errors-only'], {
  cwd: root,
  env: turboEnv(),
  stdio: ['ignore', 'ignore', 'inherit'],
});
const server = await openServer(folder, say);
const stop = async (code: number): Promise<never> => {
  await server.stop();
  process.exit(code);
};
process.once('SIGINT', () => void stop(130));
process.once('SIGTERM', () => void stop(143));

const outcome = await runAll({ server, folder, options, say }).catch(async (error: unknown) => {
  console.error(error);
  return stop(1);
});
const results: Results = {
  at: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  machine: {
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    memoryGiB: totalmem() / 2 ** 30,
    node: process.versions.node,
    postgres: '18',
    load,
  },
  options: { seconds: options.seconds, runs: options.runs, clients: options.clients, size: options.size },
  ...outcome,
  ...(isWanted(options, 'install') ? { install: installSizes() } : {}),
  micro: isWanted(options, 'micro') ? runMicro() : [],
};
const baselineFile = join(root, 'bench/baseline.json');
const baseline = existsSync(baselineFile)
  ? (JSON.parse(readFileSync(baselineFile, 'utf8')) as { ratios: Ratios })
  : undefined;
const slower = baseline && options.size === 'large' ? slowerThan(baseline.ratios, ratiosOf(results)) : undefined;
const text = markdownOf(results, slower);
writeFileSync(join(folder, 'results.json'), JSON.stringify(results, null, 2));
writeFileSync(join(folder, 'results.md'), text);
if (options.saveBaseline)
  writeFileSync(
    baselineFile,
    `${JSON.stringify({ at: results.at, commit: results.commit, processor: results.machine.processor, ratios: ratiosOf(results) }, null, 2)}\n`,
  );
console.log(`\n${text}`);
say(`kept in ${folder}/results.md and results.json`);
await stop(results.brokenPromises.length > 0 ? 1 : 0);
