import { parseArgs } from 'node:util';
import { findBrowser } from './browser/index.ts';
import { green, red } from './console/steps.ts';
import { table } from './console/table.ts';
import { measure, type Seen, signedIn, slowdownFor } from './lighthouse/measure.ts';
import { median } from './lighthouse/median.ts';
import { firstProduct, pages } from './lighthouse/pages.ts';

/*
 * What Lighthouse says of a phone's first visit, of a product that runs: `node tools/src/lighthouse.ts http://localhost:4100`.
 * Signed in as the demo company's purchaser, and as a stranger where the shop lets strangers in. `--runs 3` takes the median
 * (three unless told), `--page list` one page, `--fit` slows this machine down by as much as makes it a phone of the middle
 * price, instead of by 4. It is no part of `check`, since its figures depend on how busy the machine is.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    page: { type: 'string' },
    fit: { type: 'boolean', default: false },
  },
});
const [origin = 'http://localhost:4100'] = positionals;
const browser = await findBrowser();
if (!browser.ok) {
  console.error(browser.error.advice);
  process.exit(1);
}
const { value: found } = browser;
const cookie = await signedIn(origin);
const wanted = pages(await firstProduct(origin, cookie)).filter(({ name }) => !values.page || name === values.page);
const first = await measure(found, `${origin}${wanted[0]?.path ?? '/'}`, cookie);
let slowdown = values.fit ? slowdownFor(first.machine) : 4;
const visit = async (path: string, as: string | undefined) => {
  const seen = await measure(found, `${origin}${path}`, as, slowdown);
  if (values.fit) slowdown = slowdownFor(seen.machine);
  return seen;
};
const rows = [['page', 'performance', 'accessibility', 'FCP', 'LCP', 'TBT', 'CLS', 'bytes', 'machine', 'slowed by']];
let missed = false;
for (const visitor of ['signed in', 'stranger'] as const)
  for (const { name, path } of wanted) {
    const as = visitor === 'signed in' ? cookie : undefined;
    const runs: [Seen, ...Seen[]] = [await visit(path, as)];
    while (runs.length < Number(values.runs)) runs.push(await visit(path, as));
    const seen = median(runs);
    const good = seen.performance >= 90 && seen.accessibility >= 100;
    missed ||= !good;
    const paint = good ? green : red;
    rows.push([
      paint(`${name}, ${visitor}`),
      `${seen.performance} (${runs.map(({ performance }) => performance).join(' ')})`,
      String(seen.accessibility),
      ...[seen.fcp, seen.lcp, seen.tbt].map((ms) => `${Math.round(ms)} ms`),
      seen.cls.toFixed(3),
      `${Math.round(seen.bytes / 1000)} kB`,
      String(seen.machine),
      seen.slowdown.toFixed(1),
    ]);
    for (const { title, detail } of seen.findings) console.log(`  ${name}, ${visitor}: ${title} ${detail}`);
  }
console.log(`\n${table(rows)}\n`);
process.exitCode = missed ? 1 : 0;
