import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Deps } from '../deps.ts';
import { storageFolders } from '../env.ts';
import { emptyReport, type ImportReport, type ImportRequest } from '../use-cases/imports/import-report.ts';
import type { ImportRun } from '../use-cases/imports/run-import.ts';
import { JobStopped } from './hold-job.ts';

/** What the process of imports is told: where everything is, and whose job it does. */
export type ImportOrder = {
  databaseUrl: string;
  folders: ReturnType<typeof storageFolders>;
  job: { id: string; attempt: number };
  request: ImportRequest;
  actor: ImportRun['actor'];
};
export type ImportOutcome = { report: ImportReport } | { stopped: JobStopped['why'] } | { failed: string };

/** A sheet of 20,000 rows takes some ninety; a sheet that is made to be large ends its process and nothing else. */
const MEBIBYTES = 256;
/** Who imports tries a file first and applies it then: the second finds the process running. */
const IDLE_MS = 15_000;
/** Beside this folder while developing; beside the bundle in production. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../import-main.ts' : './import-main.js', import.meta.url),
);

/**
 * Does imports in a process of their own, one after another: what twenty thousand rows take is taken from nobody who
 * orders meanwhile, and is given back when they are done. It ends with this process, and so does what it had not committed.
 */
export const openImportRoom = (
  { env }: Pick<Deps, 'env'>,
  { mebibytes = MEBIBYTES, errors = 'inherit' }: { mebibytes?: number; errors?: 'inherit' | 'ignore' } = {},
) => {
  let child: ChildProcess | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const open = (): ChildProcess => {
    const made = fork(program, {
      execArgv: ['--enable-source-maps', `--max-old-space-size=${mebibytes}`, '--max-semi-space-size=8'],
      stdio: ['ignore', 'ignore', errors, 'ipc'],
    });
    // A program that has nothing else to do may end.
    made.unref();
    made.channel?.unref();
    made.once('exit', () => {
      if (child === made) child = undefined;
    });
    return made;
  };
  return (order: Pick<ImportOrder, 'job' | 'request' | 'actor'>): Promise<ImportReport> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      child ??= open();
      const process = child;
      const settle = (end: () => void): void => {
        process.off('message', said);
        process.off('exit', gone);
        idle = setTimeout(() => {
          child = undefined;
          process.kill();
        }, IDLE_MS);
        idle.unref();
        end();
      };
      const said = (outcome: ImportOutcome): void =>
        settle(() => {
          if ('report' in outcome) resolve(outcome.report);
          else if ('stopped' in outcome) reject(new JobStopped(outcome.stopped));
          else reject(new Error(outcome.failed));
        });
      const gone = (code: number | null, signal: string | null): void =>
        settle(() => {
          // The engine gives up by SIGABRT when it has used all that it may.
          const problem = { kind: 'takes-too-much-memory', mebibytes } as const;
          if (signal === 'SIGABRT') resolve({ ...emptyReport(order.request), refused: { kind: 'file', problem } });
          else reject(new Error(`the process of imports ended: ${signal ?? code}`));
        });
      process.on('message', said);
      process.once('exit', gone);
      process.send({ ...order, databaseUrl: env.DATABASE_URL, folders: storageFolders(env) } satisfies ImportOrder);
    });
};
