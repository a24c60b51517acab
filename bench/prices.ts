import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyPrices, publishDraft, readSubject, reckonWhatIf } from '@tradeline/api/testing';
import { connect } from '@tradeline/db';
import { priceListStore, priceVersionStore } from '@tradeline/db/stores';
import { dataFolder } from '@tradeline/tools/product';
import { LARGE } from './generate/size.ts';
import { openDatabase } from './harness/database.ts';

/** How many prices of the standard list a draft changes here. */
const CHANGES = 20_000;

/** A draft of 20,000 changes against 5,000 customers: drafted, looked at, published. Prints seconds. */
const folder = join(dataFolder, 'bench');
mkdirSync(folder, { recursive: true });
const database = await openDatabase(folder, LARGE, (text) => console.log(text));
const { db, raw, close } = connect({ url: database.url, name: 'bench-prices' });
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (ms: number): string => (ms / 1_000).toFixed(2).padStart(7);
  console.log(
    `${what.padEnd(34)} ${seconds(performance.now() - started)} s, ${seconds((user + system) / 1_000)} s CPU here`,
  );
  return result;
};
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const [person] = await raw<
  { id: string; name: string }[]
>`select id, name from staff where role = 'administrator' limit 1`;
const actor = {
  id: person?.id ?? 'bench',
  name: person?.name ?? 'bench',
  role: 'administrator' as const,
  requestId: 'bench',
};
const base = (await priceListStore.all(db)).find(({ kind, state }) => kind === 'base' && state === 'running');
if (!base) throw new Error('the data set has no standard list that runs');
const formula = { basis: 'price', percent: '5', grid: { everyE4: 1_000, endingE4: 0, direction: 'nearest' } } as const;
const wish = { sourceId: base.id, formula, tiers: 'all' } as const;
const draft = value(
  await timed('copy a whole list by formula', () =>
    copyPrices({ db }, actor, wish, { kind: 'draft', listId: base.id }),
  ),
);
console.log(`  ${draft.prices} prices`);
// The rest of the copy is put aside: the draft keeps 20,000.
await raw`delete from price_changes c using (
  select sku_id, min_quantity from price_changes where version_id = ${draft.versionId} order by sku_id, min_quantity offset ${CHANGES}) x
  where c.version_id = ${draft.versionId} and c.sku_id = x.sku_id and c.min_quantity = x.min_quantity`;
const subject = { kind: 'draft', versionId: draft.versionId } as const;
const task = value(await readSubject(db, subject));
const told = await timed(`what-if of ${CHANGES} changes`, () => reckonWhatIf(db, task));
console.log(
  `  ${told.counts.skus} goods, ${told.counts.reached} customers, ${told.counts.customers.dearer} pay more, ${told.carts.count} carts`,
);
const version = await priceVersionStore.find(db, draft.versionId);
const seen = { versionId: draft.versionId, revision: version?.revision ?? 0, listVersion: base.version };
const done = value(await timed(`publish ${CHANGES} changes`, () => publishDraft({ db }, actor, seen)));
console.log(`  version ${done.number}: ${done.changed} changed, ${done.added} added`);
await close();
await database.stop();
