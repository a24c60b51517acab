import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { NumericFile, PromotionFile } from './vectors/format.ts';
import { runNumericFile } from './vectors/numeric.ts';
import type { Outcome } from './vectors/outcome.ts';
import { runPromotionVector } from './vectors/promotions.ts';

/**
 * Runs published cases against the package: `run vectors <file or folder>…`. Every difference is listed with what was
 * expected and what came out, every skip with its reason. Exit code 1 when a case fails or a file cannot be read.
 */
const filesOf = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => (name.startsWith('.') ? [] : filesOf(join(path, name))))
        .filter((file) => file.endsWith('.json'))
    : [path];

const runFile = async (file: string): Promise<Outcome[] | string> => {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { format } = (content ?? {}) as { readonly format?: unknown };
  if (format === 'promotion-vectors/1') return (content as PromotionFile).vectors.map(runPromotionVector);
  if (format === 'numeric-vectors/1') return runNumericFile(content as NumericFile);
  return `format ${JSON.stringify(format)} is not one of promotion-vectors/1, numeric-vectors/1`;
};

const describe = (outcome: Outcome): string[] => {
  if (outcome.kind === 'failed')
    return [`  failed  ${outcome.id}`, ...outcome.differences.map((difference) => `          ${difference}`)];
  return outcome.kind === 'skipped' ? [`  skipped ${outcome.id}: ${outcome.reason}`] : [];
};

const main = async (paths: readonly string[]): Promise<number> => {
  if (paths.length === 0) {
    console.error('usage: run vectors <file or folder>…');
    return 2;
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let unreadable = 0;
  for (const file of paths.flatMap(filesOf)) {
    const result = await runFile(file);
    const outcomes = typeof result === 'string' ? [] : result;
    if (typeof result === 'string') unreadable += 1;
    for (const { kind } of outcomes) counts[kind] += 1;
    console.log(
      `${relative(process.cwd(), file)}: ${typeof result === 'string' ? result : `${outcomes.length} cases`}`,
    );
    for (const line of outcomes.flatMap(describe)) console.log(line);
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 || unreadable > 0 ? 1 : 0;
};

process.exitCode = await main(process.argv.slice(2));
