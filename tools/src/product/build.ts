import { existsSync } from 'node:fs';
import { ok } from '@tradeline/domain/kernel';
import { apiBundle, consoleDist, portalDist, root, tool } from './paths.ts';
import { refusal, type Try } from './refusal.ts';
import { runProgram } from './run-program.ts';

/** What turbo needs to know: no nested installs, nothing sent anywhere. */
export const turboEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  pnpm_config_verify_deps_before_run: 'false',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
});

/** Builds the API and both apps; what did not change since the last build is taken from the cache. */
export const build = async (signal?: AbortSignal): Promise<Try<'built' | 'unchanged'>> => {
  const what = ['api', 'buyer', 'admin'].map((name) => `--filter=@tradeline/${name}`);
  const args = ['run', 'build', ...what, '--concurrency=2', '--output-logs=errors-only'];
  const { code, output } = await runProgram(tool('turbo'), args, { cwd: root, env: turboEnv(), signal });
  if (code === 0 && [apiBundle, portalDist, consoleDist].every((path) => existsSync(path)))
    return ok(output.includes('FULL TURBO') ? 'unchanged' : 'built');
  if (output.includes('package manager binary'))
    return refusal(
      'pnpm is not on the PATH; start with: npx -y pnpm@12 start',
      '找不到 pnpm，请用 npx -y pnpm@12 start 启动。',
    );
  return refusal(`The build failed:\n${output.trimEnd()}`, '构建失败，原因见上。');
};
