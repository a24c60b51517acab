import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { findDocuments, synonymsOf } from '@tradeline/domain/search';
import { catalogueOf, type SetName } from './search-quality/goods.ts';

/**
 * How often what somebody means is among the first ten: `node tools/src/search-quality.ts <folder>…`, a folder being
 * called as its set of queries is (`search-quality/<set>.json`). Exit code 1 when a bar is missed.
 */
type Query = { kind: string; text: string; expected: string };

const FIRST = 10;
const [LEAST, LEAST_WITH_SLIPS] = [0.95, 0.85];
const here = join(import.meta.dirname, 'search-quality');

const sets = new Set(
  readdirSync(here)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json')),
);
const folders = process.argv.slice(2).map((folder) => resolve(folder));
const unknown = folders.find((folder) => !sets.has(basename(folder)));
if (folders.length === 0 || unknown !== undefined) {
  console.error(`usage: node tools/src/search-quality.ts <folder>…\nfolders are called ${[...sets].join(' or ')}`);
  process.exit(2);
}

const tally = new Map<string, { hits: number; of: number }>();
for (const folder of folders) {
  const set = basename(folder) as SetName;
  const catalogue = await catalogueOf(folder, set);
  const { queries } = JSON.parse(readFileSync(join(here, `${set}.json`), 'utf8')) as { queries: Query[] };
  for (const { kind, text, expected } of queries) {
    const { scores } = findDocuments(catalogue.text, synonymsOf([]), text, (doc) => catalogue.productOf(doc) >= 0);
    const first = [...scores]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, FIRST)
      .map(([doc]) => catalogue.ownNumbers[catalogue.productOf(doc)]);
    const sum = tally.get(kind) ?? { hits: 0, of: 0 };
    const hit = first.includes(expected);
    tally.set(kind, { hits: sum.hits + Number(hit), of: sum.of + 1 });
    if (!hit) console.log(`missed (${kind}): ${text}, meant ${expected}, found ${first.join(' ') || 'nothing'}`);
  }
}
for (const [kind, { hits, of }] of tally)
  console.log(`${kind}: ${hits} of ${of} (${((100 * hits) / of).toFixed(1)} %)`);
const share = (kinds: (kind: string) => boolean): number => {
  const own = [...tally].filter(([kind]) => kinds(kind)).map(([, sum]) => sum);
  return (
    own.reduce((sum, { hits }) => sum + hits, 0) /
    Math.max(
      1,
      own.reduce((sum, { of }) => sum + of, 0),
    )
  );
};
const [plain, slips] = [share((kind) => kind !== 'typo'), share((kind) => kind === 'typo')];
console.log(`as typed: ${(100 * plain).toFixed(1)} %, with a slip: ${(100 * slips).toFixed(1)} %`);
process.exitCode = plain >= LEAST && slips >= LEAST_WITH_SLIPS ? 0 : 1;
