import { spawn } from 'node:child_process';
import { bold, dim, green, red } from './console/steps.ts';
import { table } from './console/table.ts';
import { root, tool, turboEnv } from './product/index.ts';

/** Everything that must hold before a change is shared, quickest first; every part is run, whatever the one before said. */
const parts: { name: string; program: string; args: string[] }[] = [
  { name: 'format and lint', program: 'biome', args: ['ci', '.'] },
  {
    name: 'types and production build',
    program: 'turbo',
    args: ['run', 'typecheck', 'build', '--concurrency=2', '--output-logs=errors-only'],
  },
  { name: 'lint with types', program: 'oxlint', args: ['--type-aware', '.'] },
  {
    name: 'who may import whom',
    program: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tools', 'examples'],
  },
  { name: 'first-page JavaScript', program: 'node', args: ['tools/src/bundle-budget.ts'] },
  { name: 'unused code', program: 'knip', args: [] },
  { name: 'one version of everything', program: 'sherif', args: [] },
];

const run = (program: string, args: string[]): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: turboEnv(), stdio: 'inherit' });
    child.once('error', (error) => {
      console.error(String(error));
      resolve(127);
    });
    child.once('close', resolve);
  });

const results: { name: string; ok: boolean; seconds: number }[] = [];
const part = async (name: string, program: string, args: string[]): Promise<void> => {
  console.log(`\n${bold(`── ${name} ──`)}\n`);
  const began = performance.now();
  const code = await run(program, args);
  results.push({ name, ok: code === 0, seconds: (performance.now() - began) / 1000 });
};

for (const { name, program, args } of parts) await part(name, tool(program), args);
if (!process.argv.includes('--no-tests')) await part('tests', process.execPath, ['tools/src/test.ts']);
console.log(
  `\n${table(results.map(({ name, ok, seconds }) => [ok ? green('✓') : red('✗'), name, dim(`${seconds.toFixed(1)} s`)]))}\n`,
);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
