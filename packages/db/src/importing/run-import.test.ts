import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import type { ImportReport } from './report.ts';
import { type Progress, runImport } from './run-import.ts';
import { folderOf, shopFiles } from './testing/folder.ts';
import { shopProfile } from './testing/shop-profile.ts';
import { brokenInvariants, emptyTables, stateOf } from './testing/state-of.ts';
import { problemText } from './words.ts';

type Options = { skipBad?: boolean; dryRun?: boolean };
let database: Awaited<ReturnType<typeof testDatabase>>;
const cleanups: (() => void)[] = [];

beforeAll(async () => {
  database = await testDatabase(4);
});
afterEach(async () => {
  expect(await brokenInvariants(database.raw)).toEqual([]);
  await emptyTables(database.raw);
});
afterAll(async () => {
  for (const remove of cleanups) remove();
  await database.close();
});

const run = (contents: Parameters<typeof folderOf>[0] = {}, options: Options = {}) => {
  const folder = folderOf(contents);
  cleanups.push(folder.remove);
  return runImport({ db: database.db, profile: shopProfile, folder: folder.path, ...options });
};
const imported = async (contents?: Parameters<typeof folderOf>[0], options?: Options): Promise<ImportReport> => {
  const done = await run(contents, options);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};
const refusedTexts = async (contents: Parameters<typeof folderOf>[0]): Promise<string[]> => {
  const done = await run(contents);
  if (done.ok || done.error.kind !== 'rows-refused') throw new Error('not refused row by row');
  return done.error.problems.map(problemText);
};
const ofFile = (report: ImportReport, file: string) => report.files.find((count) => count.file === file);
const with1 = (file: keyof typeof shopFiles, from: string, to: string) => ({
  [file]: shopFiles[file]!.replace(from, to),
});

describe('an import', () => {
  test('brings goods, prices, stock, customers and orders as records of ours', async () => {
    const report = await imported();
    expect(report.controls.every(({ agrees }) => agrees)).toBe(true);
    expect(report.controls).toContainEqual({ name: 'units ordered', files: '10', database: '10', agrees: true });
    const orders = await database.raw`
      select number, approval, display_status, payment_status, total_amount, paid_amount, source, version from orders order by number`;
    expect(orders).toEqual([
      {
        number: 'SHOP-1',
        approval: 'closed',
        display_status: 'delivered',
        payment_status: 'paid',
        total_amount: '36000',
        paid_amount: '36000',
        source: 'corner-shop',
        version: 9,
      },
      {
        number: 'SHOP-2',
        approval: 'confirmed',
        display_status: 'confirmed',
        payment_status: 'on-terms',
        total_amount: '56640',
        paid_amount: '0',
        source: 'corner-shop',
        version: 2,
      },
    ]);
  });

  test('holds stock for what is still to be sent, as far as there is any', async () => {
    await imported();
    const held = await database.raw`
      select k.item_number, s.on_hand, s.reserved from stock s join skus k on k.id = s.sku_id order by 1`;
    expect(held).toEqual([
      { item_number: 'T1', on_hand: '10', reserved: '4' },
      { item_number: 'T2', on_hand: '0', reserved: '0' },
      { item_number: 'T3', on_hand: '5', reserved: '0' },
    ]);
  });

  test('accounts for every row, set aside ones too, and names what it did not know', async () => {
    const report = await imported({
      'goods.csv':
        'code,name,group,price,stock,colour,shelf\nT1,龙井,2,88.5,10,green,a\nT2,碧螺春,2,120,0,green,a\nS,样品,2,0,9,,\n',
      'notes.csv': 'x\n',
    });
    expect(ofFile(report, 'goods.csv')).toMatchObject({ read: 3, created: 2, setAside: 1 });
    expect(report.treatments).toContainEqual({
      file: 'goods.csv',
      outcome: 'set-aside',
      words: 'sample without a price',
      rows: [4],
    });
    expect(report.unknownColumns).toEqual([{ file: 'goods.csv', columns: ['colour'] }]);
    expect(report.unknownFiles).toEqual(['notes.csv']);
  });

  test('shows how far it is', async () => {
    const folder = folderOf();
    cleanups.push(folder.remove);
    const seen: string[] = [];
    await runImport({
      db: database.db,
      profile: shopProfile,
      folder: folder.path,
      onProgress: (p) =>
        seen.push(p.step === 'read' ? `${p.file} ${p.rows}` : p.step === 'write' ? `${p.kind} ${p.records}` : p.step),
    });
    expect(seen).toEqual(expect.arrayContaining(['goods.csv 3', 'orders.csv 2', 'category 2', 'order 2', 'reconcile']));
  });
});

describe('all or nothing', () => {
  test('a bad row in the last file leaves the database as it was', async () => {
    const before = await stateOf(database.raw);
    expect(await refusedTexts(with1('lines.csv', '2,T2,118,2', '2,T2,118,two'))).toEqual([
      'lines.csv row 5, quantity "two" is not a whole number',
      'orders.csv row 3, (2) would be incomplete: row 5 of lines.csv belongs to it and is bad',
      'lines.csv row 4, order "2" depends on row 3 of orders.csv, which is not imported',
    ]);
    expect(await stateOf(database.raw)).toEqual(before);
  });

  test('a trial does everything and takes it back', async () => {
    const before = await stateOf(database.raw);
    const report = await imported({}, { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, nothingToDo: false });
    expect(ofFile(report, 'orders.csv')).toMatchObject({ created: 2 });
    expect(await stateOf(database.raw)).toEqual(before);
  });

  test('figures that do not agree undo a first import', async () => {
    const wrong = { name: 'one too many', fromFiles: () => 1, fromDatabase: sql`select 2 as value` };
    const folder = folderOf();
    cleanups.push(folder.remove);
    const before = await stateOf(database.raw);
    const profile = { ...shopProfile, controls: [wrong] };
    const done = await runImport({ db: database.db, profile, folder: folder.path });
    expect(done).toMatchObject({ ok: false, error: { kind: 'does-not-reconcile' } });
    expect(await stateOf(database.raw)).toEqual(before);
  });

  test('a stop before the end leaves nothing behind', async () => {
    const folder = folderOf();
    cleanups.push(folder.remove);
    const before = await stateOf(database.raw);
    const stop = new AbortController();
    const onProgress = (progress: Progress) => progress.step === 'write' && progress.kind === 'order' && stop.abort();
    const options = { db: database.db, profile: shopProfile, folder: folder.path, signal: stop.signal, onProgress };
    expect(await runImport(options)).toEqual({ ok: false, error: { kind: 'stopped' } });
    expect(await stateOf(database.raw)).toEqual(before);
  });

  test('two imports of one source do not run beside each other', async () => {
    await database.raw.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('import:corner-shop'))`;
      expect(await run()).toEqual({ ok: false, error: { kind: 'already-importing', source: 'corner-shop' } });
    });
  });
});

describe('a bad row says where and why', () => {
  test('a reference that leads nowhere, with the nearest that exists', async () => {
    expect(await refusedTexts(with1('lines.csv', '1,T2', '1,T22'))).toContain(
      'lines.csv row 3, good "T22" is not in goods.csv; did you mean T2?',
    );
  });

  test('the same key twice: neither row is used', async () => {
    const texts = await refusedTexts({ 'customers.csv': `${shopFiles['customers.csv']}A,甲,1,1\n` });
    expect(texts).toContain('customers.csv row 4, id "A" names the same as row 2: neither is used');
    expect(texts).toContain('customers.csv row 2, id "A" names the same as row 4: neither is used');
  });

  test('too few fields, an order without lines, a day that does not exist', async () => {
    expect(
      await refusedTexts({
        'customers.csv': `${shopFiles['customers.csv']}C,丙公司\n`,
        'orders.csv': `${shopFiles['orders.csv']}3,A,2026-02-01,,0\n4,A,2026-02-31,,0\n`,
      }),
    ).toEqual([
      'customers.csv row 4, (C) has 2 fields where the header has 4',
      'orders.csv row 5, day "2026-02-31" is not a day like 2026-11-23',
      'orders.csv row 4, (3) has no rows in lines.csv',
    ]);
  });

  test('a character that no database can hold', async () => {
    expect(await refusedTexts(with1('goods.csv', '乌龙', '乌\0龙'))).toContain(
      'goods.csv row 4, name "乌\\u0000龙" holds a character that is no text (NUL)',
    );
  });

  test('a number of ours that another record has', async () => {
    await imported({ 'orders.csv': 'id,customer,day,sent,freight\n', 'lines.csv': 'order,good,price,quantity,off\n' });
    await database.raw`update external_refs set source = 'somebody-else'`;
    const texts = await refusedTexts({});
    expect(texts).toContain('customers.csv row 2, (A) companies.number A is taken by another record already');
  });

  test('files and columns that are missing, with what they were probably called', async () => {
    const done = await run({
      'goods.csv': 'code,nane,group,price,stock\n',
      'orders.csv': undefined,
      'order.csv': 'id\n',
    });
    expect(done).toEqual({
      ok: false,
      error: {
        kind: 'files-unusable',
        problems: [
          { kind: 'missing-column', file: 'goods.csv', column: 'name', nearest: 'nane' },
          { kind: 'missing-file', file: 'orders.csv', nearest: 'order.csv' },
        ],
      },
    });
  });
});

describe('--skip-bad', () => {
  test('leaves out bad rows with all that depends on them, and lists every one', async () => {
    const report = await imported(with1('customers.csv', 'B,乙公司,021-2', 'B,乙公司,'), { skipBad: true });
    expect(report.skipped.map(problemText)).toEqual([
      'customers.csv row 3, phone "" is empty and must not be',
      'orders.csv row 3, customer "B" depends on row 3 of customers.csv, which is not imported',
      'lines.csv row 4, order "2" depends on row 3 of orders.csv, which is not imported',
      'lines.csv row 5, order "2" depends on row 3 of orders.csv, which is not imported',
    ]);
    expect(ofFile(report, 'lines.csv')).toMatchObject({ read: 4, created: 2, skipped: 2 });
    expect(await database.raw`select number from orders`).toEqual([{ number: 'SHOP-1' }]);
  });

  test('what the database refuses is left out too', async () => {
    await database.raw`insert into companies (id, number, name) values (gen_random_uuid(), 'B', 'somebody')`;
    const report = await imported({}, { skipBad: true });
    expect(report.skipped.map(problemText)[0]).toBe(
      'customers.csv row 3, (B) companies.number B is taken by another record already',
    );
    expect(await database.raw`select number from orders`).toEqual([{ number: 'SHOP-1' }]);
  });

  test('rows that were mended arrive with the next import', async () => {
    await imported(with1('customers.csv', 'B,乙公司,021-2', 'B,乙公司,'), { skipBad: true });
    const report = await imported();
    expect(ofFile(report, 'customers.csv')).toMatchObject({ created: 1, unchanged: 1, skipped: 0 });
    expect(ofFile(report, 'lines.csv')).toMatchObject({ created: 2, unchanged: 2 });
  });
});

describe('a further import', () => {
  test('of the same files changes nothing and says so', async () => {
    await imported();
    const before = await stateOf(database.raw);
    const report = await imported();
    expect(report.nothingToDo).toBe(true);
    for (const count of report.files) expect(count).toMatchObject({ created: 0, updated: 0, unchanged: count.read });
    expect(await stateOf(database.raw)).toEqual(before);
  });

  test('updates what changed, counts it, and leaves the rest', async () => {
    await imported();
    const report = await imported({
      ...with1('customers.csv', '甲公司', '甲有限公司'),
      ...with1('goods.csv', 'T3,乌龙,1,33.3333,5', 'T3,乌龙,1,35,3'),
    });
    expect(ofFile(report, 'customers.csv')).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(ofFile(report, 'goods.csv')).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await database.raw`select name from companies order by number`).toEqual([
      { name: '甲有限公司' },
      { name: '乙公司' },
    ]);
    expect(await database.raw`select contact_name, version from orders where number = 'SHOP-1'`).toEqual([
      { contact_name: '甲公司', version: 9 },
    ]);
    const entries = await database.raw`
      select e.kind, e.on_hand from stock_entries e join skus k on k.id = e.sku_id where k.item_number = 'T3' order by e.seq`;
    expect(entries).toEqual([
      { kind: 'receive', on_hand: '5' },
      { kind: 'adjust', on_hand: '-2' },
    ]);
  });

  test('carries an open order on when it was sent meanwhile', async () => {
    await imported();
    await imported({
      ...with1('orders.csv', '2,B,2026-01-07,,0', '2,B,2026-01-07,2026-01-09,0'),
      ...with1('goods.csv', '88.5,10', '88.5,6'),
    });
    const actions = await database.raw`
      select e.version, e.action from order_events e join orders o on o.id = e.order_id where o.number = 'SHOP-2' order by 1`;
    expect(actions.map(({ action }) => action)).toEqual([
      'submit',
      'auto-confirm',
      'start-picking',
      'pick',
      'ship',
      'deliver',
      'start-payment',
      'capture-payment',
      'close',
    ]);
    const [stock] =
      await database.raw`select s.on_hand, s.reserved from stock s join skus k on k.id = s.sku_id where k.item_number = 'T1'`;
    expect(stock).toEqual({ on_hand: '6', reserved: '0' });
  });

  test('corrects a closed order and says so in its history, although it went nowhere', async () => {
    await imported();
    const report = await imported(with1('lines.csv', '1,T2,120,1,0', '1,T2,121,1,0'));
    expect(ofFile(report, 'lines.csv')).toMatchObject({ updated: 1, unchanged: 3 });
    const [order] = await database.raw`select total_amount, paid_amount, version from orders where number = 'SHOP-1'`;
    expect(order).toEqual({ total_amount: '36100', paid_amount: '36100', version: 10 });
  });

  test('does not touch an order that people here have acted on', async () => {
    await imported();
    const [order] = await database.raw`select id from orders where number = 'SHOP-2'`;
    await database.raw`insert into order_events (id, order_id, version, action, to_approval, display_status, actor_type, actor_name)
      values (gen_random_uuid(), ${order!.id}, 3, 'start-picking', 'picking', 'picking', 'staff', 'Li')`;
    await database.raw`update orders set version = 3, approval = 'picking', display_status = 'picking' where id = ${order!.id}`;
    expect(await refusedTexts(with1('orders.csv', '2,B,2026-01-07,,0', '2,B,2026-01-07,,5'))).toEqual([
      'orders.csv row 3, (2) SHOP-2 was changed in the files, but people here have acted on it since (version 3): theirs stays',
    ]);
    const again = await imported();
    expect(again.nothingToDo).toBe(true);
    expect(again.controls.filter(({ name }) => !name.endsWith('records'))).toEqual([
      { name: 'orders left to people here', files: '1', database: '1', agrees: true },
      { name: 'units ordered', files: '4', database: '4', agrees: true },
    ]);
  });

  test('shows a figure that people here have changed, and does not refuse for it', async () => {
    await imported();
    await database.raw`update order_lines set quantity = 5 where quantity = 3`;
    const report = await imported(with1('customers.csv', '甲公司', '甲有限公司'));
    expect(report.controls).toContainEqual({ name: 'units ordered', files: '10', database: '12', agrees: false });
  });

  test('does not take goods from the shelf that are promised to somebody', async () => {
    await imported();
    expect(await refusedTexts(with1('goods.csv', '88.5,10', '88.5,3'))).toEqual([
      'goods.csv row 2, (T1) would leave 3 on the shelf, and 4 are promised to orders',
    ]);
  });

  test('leaves records that the files no longer hold, and counts them', async () => {
    await imported();
    const report = await imported(with1('goods.csv', 'T3,乌龙,1,33.3333,5\n', ''));
    expect(report.records.find(({ kind }) => kind === 'product')).toMatchObject({ unchanged: 2, gone: 1 });
    expect(await database.raw`select count(*)::int as n from products`).toEqual([{ n: 3 }]);
  });
});
