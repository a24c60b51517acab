import { existsSync } from 'node:fs';
import type { NumericFile, NumericVector } from './format.ts';
import { differences, type Outcome, Unsupported } from './outcome.ts';

/** The functions of an area by the names that the format uses. */
export type AreaFunctions = Readonly<Record<string, (input: never) => unknown>>;

/** The adapter of an area is the module of that name in this folder; it exports its functions under the area's name. */
export const loadArea = async (area: string): Promise<AreaFunctions | undefined> => {
  const file = new URL(`./${area}.ts`, import.meta.url);
  if (!/^[a-z-]+$/.test(area) || !existsSync(file)) return undefined;
  const module: Readonly<Record<string, unknown>> = await import(file.href);
  return module[area] as AreaFunctions | undefined;
};

export const runNumericFile = async ({ area, vectors }: NumericFile): Promise<Outcome[]> => {
  const functions = await loadArea(area);
  return vectors.map((vector) => runNumericVector(vector, functions?.[vector.fn]));
};

const runNumericVector = (
  { id, fn, input, expected, tolerance = 0, note = '' }: NumericVector,
  run: ((input: never) => unknown) | undefined,
): Outcome => {
  if (!run) return { id, kind: 'skipped', reason: `no function stands for ${fn}` };
  try {
    const found = differences(expected, run(input as never), {
      by: tolerance,
      relative: /tolerance relative/i.test(note),
      anyOrder: /order free/i.test(note),
    });
    return found.length > 0 ? { id, kind: 'failed', differences: found } : { id, kind: 'passed' };
  } catch (error) {
    if (error instanceof Unsupported) return { id, kind: 'skipped', reason: error.message };
    return { id, kind: 'failed', differences: [`threw: ${error instanceof Error ? error.message : String(error)}`] };
  }
};
