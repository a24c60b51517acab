import { findBrowser } from './browser/index.ts';
import { green, red } from './console/steps.ts';
import { table } from './console/table.ts';
import { measure, signedIn } from './lighthouse/measure.ts';
import { firstProduct, pages } from './lighthouse/pages.ts';

/*
 * What Lighthouse says of a phone's first visit, of a product that runs: `node tools/src/lighthouse.ts http://localhost:4100`.
 * Signed in as the demo company's purchaser, and as a stranger where the shop lets strangers in. It is no part of `check`,
 * since its figures depend on how busy the machine is.
 */
const [origin = 'http://localhost:4100', only] = process.argv.slice(2);
const browser = await findBrowser();
if (!browser.ok) {
  console.error(browser.error.advice);
  process.exit(1);
}
const cookie = await signedIn(origin);
const product = await firstProduct(origin, cookie);
const wanted = pages(product).filter(({ name }) => !only || name === only);
const rows = [['page', 'performance', 'accessibility', 'FCP', 'LCP', 'TBT', 'CLS', 'bytes']];
let missed = false;
for (const visitor of ['signed in', 'stranger'] as const)
  for (const { name, path } of wanted) {
    const seen = await measure(browser.value, `${origin}${path}`, visitor === 'signed in' ? cookie : undefined);
    const good = seen.performance >= 90 && seen.accessibility >= 100;
    missed ||= !good;
    const paint = good ? green : red;
    rows.push([
      paint(`${name}, ${visitor}`),
      String(seen.performance),
      String(seen.accessibility),
      ...[seen.fcp, seen.lcp, seen.tbt].map((ms) => `${Math.round(ms)} ms`),
      seen.cls.toFixed(3),
      `${Math.round(seen.bytes / 1000)} kB`,
    ]);
    for (const { title, detail } of seen.findings) console.log(`  ${name}, ${visitor}: ${title} ${detail}`);
  }
console.log(`\n${table(rows)}\n`);
process.exitCode = missed ? 1 : 0;
