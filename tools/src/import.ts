import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, migrate } from '@tradeline/db';
import { type Progress, profiles, runImport } from '@tradeline/db/importing';
import { prepareShutdown } from './console/shutdown.ts';
import { beginStep, dim, red } from './console/steps.ts';
import { refusedText, reportText } from './import/report-text.ts';
import { inspectDatabase } from './product/database-facts.ts';
import { type Refusal, useDatabase } from './product/index.ts';

const usage = (): string =>
  `usage: run import <profile> <folder> [--skip-bad] [--dry-run]\nprofiles: ${profiles.map(({ source }) => source).join(', ')}`;

const parse = (args: string[]) => {
  try {
    const options = { 'skip-bad': { type: 'boolean' }, 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [name, folder] = positionals;
    const profile = profiles.find(({ source }) => source === name);
    if (profile === undefined || folder === undefined || positionals.length > 2) return undefined;
    return { profile, folder, skipBad: values['skip-bad'] === true, dryRun: values['dry-run'] === true };
  } catch {
    return undefined;
  }
};

const progressText = (progress: Progress): string => {
  if (progress.step === 'read') return `${progress.file}, ${progress.rows} rows`;
  return progress.step === 'write'
    ? `${progress.kind}, ${progress.records} records`
    : 'comparing the database with the files';
};

const refuse = ({ en, zh }: Refusal): number => {
  console.error(`\n  ${red(en)}\n  ${red(zh)}\n`);
  return 1;
};

/**
 * Brings data of another system in: all of it or nothing. Ends with 0 when everything stands and agrees, 1 when nothing
 * was imported or a figure differs, 2 when it was not told what to do. Interrupted, it leaves the database as it was.
 */
const main = async (args: string[]): Promise<number> => {
  const asked = parse(args);
  if (asked === undefined) {
    console.error(usage());
    return 2;
  }
  const shutdown = prepareShutdown(() => console.log('\n  Stopping …'));
  const database = await useDatabase();
  if (!database.ok) return refuse(database.error);
  shutdown.undoLater(database.value.close);
  try {
    const facts = await inspectDatabase(database.value.url);
    if (!facts.ok) return refuse(facts.error);
    await migrate(database.value.url);
    const connection = connect({ url: database.value.url, pool: 2, name: 'tradeline-import' });
    shutdown.undoLater(connection.close);
    // A package manager runs this in the project's folder; a relative path is meant from where the person stands.
    const folder = resolve(process.env.INIT_CWD ?? process.cwd(), asked.folder);
    console.log(`\n  ${asked.profile.title} from ${folder} ${dim(`into ${database.value.source}`)}\n`);
    const step = beginStep('Import');
    const onProgress = (progress: Progress) => step.note(progressText(progress));
    const done = await runImport({ ...asked, db: connection.db, folder, onProgress, signal: shutdown.signal });
    if (!done.ok) step.failed('Import');
    else step.done(`${done.value.files.reduce((rows, { read }) => rows + read, 0)} rows read`);
    console.log(done.ok ? reportText(done.value) : refusedText(done.error));
    if (shutdown.signal.aborted && !done.ok) return 130;
    return done.ok && done.value.controls.every(({ agrees }) => agrees) ? 0 : 1;
  } finally {
    await shutdown.undoAll();
  }
};

process.exitCode = await main(process.argv.slice(2));
