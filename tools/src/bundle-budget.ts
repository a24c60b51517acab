import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Budgets, console as consoleBudgets, over, portal } from './bundle-budget/budgets.ts';
import { type Manifest, routeCosts, type Weight } from './bundle-budget/route-cost.ts';
import { bold, green, red } from './console/steps.ts';
import { table } from './console/table.ts';
import { consoleDist, portalDist } from './product/paths.ts';

/*
 * How much JavaScript each page of the built apps needs at first, held against its budget: part of `check`, after the
 * build. What is fetched later (dialogs, the calculation of orders, pictures in full) is not counted.
 */
const languages = ['zh-CN', 'en'].map((language) => `src/paraglide/messages/${language}.js`);

const check = (name: string, dist: string, budgets: Budgets): boolean => {
  const manifestFile = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestFile)) {
    console.log(red(`${name}: not built yet; npx -y pnpm@12 run build`));
    return false;
  }
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const known = new Map<string, Weight>();
  const weigh = (file: string): Weight => {
    const bytes = readFileSync(join(dist, file));
    const weight = known.get(file) ?? {
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
    known.set(file, weight);
    return weight;
  };
  const costs = routeCosts(manifest, languages, weigh);
  const tooBig = over(costs, budgets);
  const size = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
  const rows = costs.map(({ route, files, gzip, brotli }) => {
    const excess = tooBig.find((each) => each.route === route);
    const budget = size(budgets.routes[route] ?? budgets.others);
    return [route, `${size(gzip)} gzip`, `${size(brotli)} br`, `of ${budget}`, `${files} files`].concat(
      excess ? red(`${size(excess.gzip - excess.budget)} over`) : green('✓'),
    );
  });
  console.log(`${bold(name)}\n${table(rows)}\n`);
  return tooBig.length === 0;
};

const fits = [check('Portal', portalDist, portal), check('Console', consoleDist, consoleBudgets)];
process.exitCode = fits.every(Boolean) ? 0 : 1;
