import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, tool } from '../product/index.ts';

export type Violation = { rule: { name: string }; from: string; to: string };

const houses = ['apps', 'packages', 'tools', 'examples'];
/** Built and downloaded things are no part of the house. */
const skipped = new Set(['dist', 'coverage', '.turbo', 'paraglide', 'migrations', 'public']);

/**
 * A copy of the source tree that a test may deface, with the dependencies linked as in the original. The `apps` of the
 * copy find the copied packages, because a workspace link is relative.
 */
export const copyHouse = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'tradeline-house-'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const name of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.base.json'])
    cpSync(join(root, name), join(copy, name));
  for (const house of houses) if (existsSync(join(root, house))) copyFolder(join(root, house), join(copy, house));
  return copy;
};

const copyFolder = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'node_modules') copyFolder(source, target);
    else if (entry.name === 'node_modules') cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    else if (/\.(ts|tsx|json|cjs|mjs|js|css)$/.test(entry.name) && existsSync(dirname(target))) cpSync(source, target);
  }
};

/** Every broken rule below a root folder, as the gate sees it. */
export const cruise = (folder: string): Promise<Violation[]> =>
  new Promise((resolve, reject) => {
    const found = houses.filter((house) => existsSync(join(folder, house)));
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...found];
    execFile(tool('depcruise'), args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, stdout) => {
      try {
        resolve(JSON.parse(stdout).summary.violations);
      } catch {
        reject(error ?? new Error('the gate printed no report'));
      }
    });
  });
