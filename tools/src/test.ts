import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/index.ts';
import { root, tool, turboEnv } from './product/index.ts';
import { add, type Counts, judge, none, readJson, summary } from './report/counts.ts';
import { playwrightCounts } from './report/playwright-counts.ts';
import { vitestCounts } from './report/vitest-counts.ts';

/**
 * Every test there is: vitest (unit, property, integration, screens, architecture), then the browser journeys.
 * Arguments narrow it: paths below e2e/ choose journeys, other paths and vitest's flags choose tests.
 */
const main = async (args: string[]): Promise<Counts> => {
  const reports = mkdtempSync(join(tmpdir(), 'tradeline-reports-'));
  const journeys = args.filter((arg) => arg.startsWith('e2e'));
  const others = args.filter((arg) => !arg.startsWith('e2e'));
  const all = args.length === 0;
  let counts = none;
  if (all || others.length > 0) counts = add(counts, await unitTests(reports, others));
  if (all || journeys.length > 0) counts = add(counts, await browserJourneys(reports, journeys));
  rmSync(reports, { recursive: true, force: true });
  return counts;
};

const unitTests = async (reports: string, args: string[]): Promise<Counts> => {
  title('Unit, property, integration and screen tests');
  const generated = await run(tool('turbo'), ['run', 'gen', '--output-logs=errors-only'], turboEnv());
  const report = join(reports, 'vitest.json');
  const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(tool('vitest'), [...flags, ...args]);
  const counts = judge('tests', vitestCounts(readJson(report)), code);
  return generated === 0
    ? counts
    : add(counts, { ...none, failed: 1, problems: ['the generated sources (messages, routes) could not be made'] });
};

const browserJourneys = async (reports: string, args: string[]): Promise<Counts> => {
  title('Browser journeys');
  const browser = await findBrowser();
  if (!browser.ok) return { ...none, failed: 1, problems: [`browser journeys: ${browser.error.advice}`] };
  console.log(`  in ${browser.value.path} (${browser.value.source})`);
  const report = join(reports, 'playwright.json');
  const env = {
    ...process.env,
    ...browser.value.env,
    CHROMIUM: browser.value.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const runner = join(root, 'e2e/node_modules/.bin/playwright');
  const code = await run(
    runner,
    ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...args],
    env,
  );
  return judge('browser journeys', playwrightCounts(readJson(report)), code);
};

const title = (text: string): void => console.log(`\n── ${text} ──\n`);

let interrupted = false;

const run = (program: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number | null> =>
  new Promise((resolve) => {
    if (interrupted) return resolve(130);
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', (error) => {
      console.error(String(error));
      resolve(127);
    });
    child.once('close', resolve);
  });

// Ctrl-C reaches the runners through the terminal; they stop their servers, and nothing further is begun.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (interrupted = true));
const counts = await main(process.argv.slice(2));
for (const problem of counts.problems) console.log(`  ✗ ${problem}`);
for (const journey of counts.unsteady) console.log(`  ~ at the second try only: ${journey}`);
console.log(`\n${summary(counts)}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
