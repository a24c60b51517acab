import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobHandlers } from '../../jobs/handlers.ts';
import { startWorker, type Worker } from '../../jobs/worker.ts';
import { zipOf } from '../../sheets/testing/zip.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import type { ImportReport } from './import-report.ts';

let shop: Shop;
let worker: Worker;
let client: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  worker = await startWorker(shop.deps, jobHandlers(shop.deps));
  client = httpClient(shop, 'staff');
  await client.signIn((await shop.addStaff('administrator')).login);
});
afterAll(async () => {
  await worker.stop();
  await shop.close();
});

const send = async (bytes: string | Buffer, purpose = 'import-sheet', from = client): Promise<string> => {
  const answer = await from.request(`/uploads/${purpose}`, {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent('商品.csv') },
    body: bytes as string,
  });
  const { id, error } = (await answer.json()) as { id?: string; error?: string };
  if (!id) throw new Error(error);
  return id;
};
const ended = async <T = ImportReport>(id: string) => {
  for (;;) {
    const job = (await client.query('imports.job', { id })).data as { state: string; result: T; error: string | null };
    if (!['queued', 'running'].includes(job.state)) return job;
    await pause(20);
  }
};
const MAPPING = {
  货号: 'itemNumber',
  名称: 'nameZh',
  分类: 'category',
  单位: 'unit',
  起订量: 'minQuantity',
  规格: 'options',
  款号: 'productNumber',
  条码: 'barcode',
};
const run = async (csv: string, mode: 'check' | 'apply', more: Record<string, unknown> = {}) => {
  const uploadId = await send(csv);
  const { data } = await client.mutate('imports.start', { uploadId, sheet: 'goods', mode, mapping: MAPPING, ...more });
  return (await ended((data as { jobId: string }).jobId)).result;
};
const GOODS = '货号,名称,分类,单位,起订量\nN-1,锤子,工具,把,2\nN-2,钳子,tools,把,\n';

describe('goods by sheet', () => {
  test('a dry run counts and writes nothing; applied twice the second run finds nothing to do', async () => {
    const before = await shop.raw`select count(*)::int as n from skus`;
    const checked = await run(GOODS, 'check');
    expect(checked).toMatchObject({
      rows: 2,
      applied: false,
      counts: { new: 2, changed: 0, unchanged: 0, rejected: 0 },
    });
    expect(await shop.raw`select count(*)::int as n from skus`).toEqual(before);
    expect(await run(GOODS, 'apply')).toMatchObject({ applied: true, counts: { new: 2 } });
    const [hammer] =
      await shop.raw`select p.name, p.status, s.min_quantity, s.unit from skus s join products p on p.id = s.product_id where item_number = 'N-1'`;
    expect(hammer).toEqual({ name: { zh: '锤子' }, status: 'draft', min_quantity: '2', unit: { zh: '把', en: 'pc' } });
    expect(await run(GOODS, 'apply')).toMatchObject({ applied: true, counts: { new: 0, changed: 0, unchanged: 2 } });
  });

  test('an empty cell leaves what is stored, a minus empties it, and the audit says what was before', async () => {
    await run('货号,名称,分类,单位,条码\nE-1,尺,工具,把,690\n', 'apply');
    await run('货号,名称,条码\nE-1,卷尺,\n', 'apply');
    const stored = () =>
      shop.raw`select p.id, p.name, p.version, s.barcode from skus s join products p on p.id = s.product_id where item_number = 'E-1'`;
    const [kept] = await stored();
    expect(kept).toMatchObject({ name: { zh: '卷尺' }, barcode: '690', version: 2 });
    await run('货号,条码\nE-1,-\n', 'apply');
    expect((await stored())[0]).toMatchObject({ barcode: null });
    const audit =
      await shop.raw`select before, after from audit_log where subject_id = ${kept?.id} and before is not null order by seq`;
    expect(audit[0]).toMatchObject({ before: { nameZh: '尺' }, after: { nameZh: '卷尺' } });
  });

  const BAD =
    '货号,名称,分类,单位,起订量\nB-1,甲,工具,把,1\nB-2,乙,工俱,把,1\nB-3,丙,工具,個,0\nB-4,丁,工具,把,1\nB-4,戊,工具,把,1\n,己,工具,把,1\n';
  test('one bad row of many stops all of them unless they are to be left out', async () => {
    const report = await run(BAD, 'apply');
    expect(report).toMatchObject({
      applied: false,
      refused: { kind: 'rejected-rows' },
      counts: { new: 1, rejected: 5 },
    });
    expect(await shop.raw`select 1 from skus where item_number like 'B-%'`).toEqual([]);
    const why = report.problems.map(({ row, key, problem }) => [
      row,
      key,
      problem.kind,
      'nearest' in problem ? problem.nearest : '',
    ]);
    expect(why).toEqual([
      [3, 'category', 'unknown', '工具'],
      [4, 'unit', 'unknown', '个'],
      [4, 'minQuantity', 'out-of-range', '1'],
      [5, 'itemNumber', 'duplicate-row', ''],
      [6, 'itemNumber', 'duplicate-row', ''],
      [7, 'itemNumber', 'empty', ''],
    ]);
    expect(await run(BAD, 'apply', { skipRejected: true })).toMatchObject({
      applied: true,
      counts: { new: 1, rejected: 5 },
    });
    expect(await shop.raw`select item_number from skus where item_number like 'B-%'`).toEqual([{ item_number: 'B-1' }]);
  });

  test('T15: of 5,000 rows with 3 bad ones none is taken, the 3 are named cell by cell, and the rest can be taken without them', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => [`T15-${n}`, `商品 ${n}`, '工具', '把', '1']);
    rows[1_200]![4] = '一打';
    rows[2_500]![2] = '工俱';
    // The same item far away from the first one.
    rows[4_999]![0] = 'T15-3';
    const csv = `货号,名称,分类,单位,起订量\n${rows.map((cells) => cells.join(',')).join('\n')}\n`;
    const report = await run(csv, 'apply');
    expect(report).toMatchObject({
      rows: 5_000,
      applied: false,
      refused: { kind: 'rejected-rows' },
      counts: { new: 4_996, rejected: 4 },
    });
    expect(report.problems.map(({ row, item, key, found, problem }) => [row, item, key, found, problem])).toEqual([
      [5, 'T15-3', 'itemNumber', 'T15-3', { kind: 'duplicate-row', otherRow: 5_001 }],
      [1_202, 'T15-1200', 'minQuantity', '一打', expect.objectContaining({ kind: 'not-whole' })],
      [2_502, 'T15-2500', 'category', '工俱', { kind: 'unknown', what: 'category', nearest: '工具' }],
      [5_001, 'T15-3', 'itemNumber', 'T15-3', { kind: 'duplicate-row', otherRow: 5 }],
    ]);
    const stored = () => shop.raw`select count(*)::int as n from skus where item_number like 'T15-%'`;
    expect(await stored()).toEqual([{ n: 0 }]);
    expect(await run(csv, 'apply', { skipRejected: true })).toMatchObject({ applied: true, counts: { new: 4_996 } });
    expect(await stored()).toEqual([{ n: 4_996 }]);
  });

  test('rows of one product are one product wherever they stand in the sheet', async () => {
    const other = Array.from({ length: 1_200 }, (_, n) => `FAR-${n},,商品 ${n},工具,把,`);
    const sheet = [
      '货号,款号,名称,分类,单位,规格',
      'FAR-A,FAR,手套,工具,双,尺寸=M',
      ...other,
      'FAR-B,FAR,围巾,,双,尺寸=L',
      'FAR-C,FAR,,,双,尺寸=L',
    ];
    expect(await run(`${sheet.join('\n')}\n`, 'check')).toMatchObject({
      counts: { new: 1_202, rejected: 1 },
      problems: [{ row: 1_203, key: 'nameZh', problem: { kind: 'differs-from-row', otherRow: 2, nearest: '手套' } }],
    });
  });

  test('rows of a product become its variants on axes that grow; options tell them apart', async () => {
    const sheet =
      '货号,款号,名称,分类,单位,规格\nV-1,V,手套,工具,双,颜色|Colour=红|Red; 尺寸=M\nV-2,V,,,双,颜色=蓝; 尺寸=M\nV-3,V,,,双,颜色=红; 尺寸=M\n';
    expect(await run(sheet, 'apply', { skipRejected: true })).toMatchObject({
      counts: { new: 2, rejected: 1 },
      problems: [{ row: 4, key: 'options', problem: { kind: 'same-options', other: 'V-1' } }],
    });
    const [product] = await shop.raw`select axes from products where number = 'V'`;
    expect(product?.axes).toEqual([
      {
        code: 'colour',
        name: { zh: '颜色', en: 'Colour' },
        values: [
          { code: 'red', name: { zh: '红', en: 'Red' } },
          { code: 'o2', name: { zh: '蓝' } },
        ],
      },
      { code: 'o2', name: { zh: '尺寸' }, values: [{ code: 'm', name: { zh: 'M' } }] },
    ]);
    await run('货号,款号,名称,分类,单位,规格\nV-4,V,,,双,Colour=绿; 尺寸=L\n', 'apply');
    const [grown] = await shop.raw`select options from skus where item_number = 'V-4'`;
    expect(grown?.options).toMatchObject({ colour: 'o3' });
  });

  test('what is exported comes back unchanged, formulas made inert and original again', async () => {
    await run('货号,名称,分类,单位,条码\n=F-1,"=HYPERLINK(""x"")",工具,把,+86\n', 'apply');
    for (const format of ['xlsx', 'csv'] as const) {
      const { data } = await client.mutate('imports.export', { sheet: 'goods', format, language: 'zh', filter: {} });
      const { jobId } = data as { jobId: string };
      expect(await ended(jobId)).toMatchObject({ state: 'done' });
      const file = await client.request(`/downloads/${jobId}`);
      expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="goods-/u);
      const bytes = Buffer.from(await file.arrayBuffer());
      if (format === 'csv') expect(bytes.toString()).toContain(`"'=HYPERLINK(""x"")"`);
      const uploadId = await send(bytes);
      const preview = (await client.query('imports.preview', { uploadId, sheet: 'goods' })).data as {
        mapping: Record<string, string>;
        rows: number;
      };
      const started = await client.mutate('imports.start', {
        uploadId,
        sheet: 'goods',
        mode: 'apply',
        mapping: preview.mapping,
      });
      const { result } = await ended((started.data as { jobId: string }).jobId);
      expect(result).toMatchObject({
        applied: true,
        counts: { new: 0, changed: 0, rejected: 0, unchanged: preview.rows },
      });
    }
  });

  test('the columns a person chose are remembered for the next file of that kind', async () => {
    const uploadId = await send('编号甲,名字乙\nN-1,大锤\n');
    const preview = async () =>
      (await client.query('imports.preview', { uploadId, sheet: 'goods' })).data as {
        mapping: object;
        remembered: boolean;
      };
    expect(await preview()).toMatchObject({ remembered: false });
    const mapping = { 编号甲: 'itemNumber', 名字乙: '' };
    const { data } = await client.mutate('imports.start', { uploadId, sheet: 'goods', mode: 'check', mapping });
    await ended((data as { jobId: string }).jobId);
    expect(await preview()).toMatchObject({ remembered: true, mapping: { 编号甲: 'itemNumber' } });
  });
});

test('stock is counted through the ledger, never below what is promised', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  const [{ item_number: item } = { item_number: '' }] =
    await shop.raw`select item_number from skus where id = ${skuId}`;
  await shop.raw`update stock set reserved = 4 where sku_id = ${skuId} and on_hand > 0`;
  const uploadId = await send(`货号,仓库,在库数量\n${item},N,3\n${item},S,7\nW-9x9,N,1\n`, 'import-stock');
  const mapping = { 货号: 'itemNumber', 仓库: 'warehouse', 在库数量: 'onHand' };
  const start = await client.mutate('imports.start', {
    uploadId,
    sheet: 'stock',
    mode: 'apply',
    mapping,
    skipRejected: true,
  });
  const { result } = await ended((start.data as { jobId: string }).jobId);
  expect(result).toMatchObject({
    counts: { changed: 1, rejected: 2 },
    problems: [{ problem: { kind: 'below-promised', nearest: '4' } }, { problem: { kind: 'unknown', what: 'sku' } }],
  });
  await shop.raw`update stock set reserved = 0 where sku_id = ${skuId}`;
  expect(await shop.broken()).toEqual({});
});

test('prices by sheet wait in a draft of their list', async () => {
  const { skuId } = await shop.addSku();
  const [{ item_number: item } = { item_number: '' }] =
    await shop.raw`select item_number from skus where id = ${skuId}`;
  const uploadId = await send(`货号,单价\n${item},12.3456\n`, 'import-prices');
  const start = await client.mutate('imports.start', {
    uploadId,
    sheet: 'prices',
    mode: 'apply',
    mapping: { 货号: 'itemNumber', 单价: 'price' },
  });
  expect((await ended((start.data as { jobId: string }).jobId)).result).toMatchObject({
    applied: true,
    counts: { changed: 1 },
  });
  const [draft] =
    await shop.raw`select v.state, c.after_e_4 from price_changes c join price_versions v on v.id = c.version_id where c.sku_id = ${skuId}`;
  expect(draft).toEqual({ state: 'draft', after_e_4: '123456' });
  expect(await shop.raw`select unit_price_e_4 from prices where sku_id = ${skuId}`).toEqual([
    { unit_price_e_4: '125000' },
  ]);
});

test('pictures of a zip find their goods by file name; a second run changes nothing', async () => {
  await run('货号,名称,分类,单位\nA1023,扳手,工具,把\n', 'apply');
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#246' } })
    .png()
    .toBuffer();
  const { deflateRawSync, crc32 } = await import('node:zlib');
  const entry = deflateRawSync(picture);
  const zip = zipOf(
    { 'A1023.png': entry, 'folder/A1023-2.png': entry, 'Z9.png': entry, 'note.txt': 'hello' },
    Object.fromEntries(['A1023.png', 'folder/A1023-2.png', 'Z9.png'].map((name) => [name, picture.length])),
  );
  expect(crc32(picture)).toBeGreaterThan(0);
  const taken = async () => {
    const uploadId = await send(zip, 'import-pictures');
    const { data } = await client.mutate('imports.startPictures', { uploadId, mode: 'apply' });
    return (
      await ended<{ counts: object; rejected: { file: string; why: string }[] }>((data as { jobId: string }).jobId)
    ).result;
  };
  expect(await taken()).toMatchObject({
    counts: { new: 2, rejected: 2 },
    rejected: [
      { file: 'Z9.png', why: 'unknown-number' },
      { file: 'note.txt', why: 'not-a-picture-name' },
    ],
  });
  expect(await taken()).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 2 } });
  expect(await shop.raw`select position from pictures order by position`).toEqual([{ position: 0 }, { position: 1 }]);
});

describe('who may', () => {
  test('a role without the permission, another person, a stranger', async () => {
    const sales = httpClient(shop, 'staff');
    await sales.signIn((await shop.addStaff('sales')).login);
    await expect(send(GOODS, 'import-sheet', sales)).rejects.toThrow('not-permitted');
    const buyer = httpClient(shop, 'staff');
    await buyer.signIn((await shop.addStaff('purchasing')).login);
    const mine = await send(GOODS);
    const start = (sheet: string) =>
      buyer.mutate('imports.start', { uploadId: mine, sheet, mode: 'check', mapping: MAPPING });
    expect((await start('goods')).refusal).toEqual({ kind: 'upload-not-found' });
    expect((await start('prices')).refusal).toEqual({ kind: 'not-permitted', action: 'price.edit' });
    const { data } = await client.mutate('imports.export', {
      sheet: 'stock',
      format: 'csv',
      language: 'en',
      filter: {},
    });
    const { jobId } = data as { jobId: string };
    await ended(jobId);
    expect((await buyer.request(`/downloads/${jobId}`)).status).toBe(404);
    expect((await httpClient(shop, 'staff').request(`/downloads/${jobId}`)).status).toBe(401);
    expect((await buyer.query('imports.job', { id: jobId })).refusal).toEqual({ kind: 'job-not-found' });
  });
  test('purchase prices leave only with those who may see them', async () => {
    const marketing = httpClient(shop, 'staff');
    await marketing.signIn((await shop.addStaff('marketing')).login);
    const rows = (await marketing.query('bulkEdit.rows', {})).data as { rows: { values: object }[] };
    expect(rows.rows.length).toBeGreaterThan(0);
    for (const { values } of rows.rows) expect(values).not.toHaveProperty('cost');
  });
});

test('a file that is not read at all says why, before anything is started', async () => {
  const uploadId = await send('货号\n');
  expect((await client.query('imports.preview', { uploadId, sheet: 'goods' })).refusal).toEqual({
    kind: 'sheet-refused',
    problem: { kind: 'no-rows' },
  });
  writeFileSync(shop.deps.storage.pathOf('private', `upload-${uploadId}`), 'x');
});

describe('cells of a grid', () => {
  const row = async (item: string) =>
    (
      (await client.query('bulkEdit.rows', { text: item })).data as {
        rows: { skuId: string; version: number; values: Record<string, unknown> }[];
      }
    ).rows[0]!;
  const save = async (edits: object[]) =>
    ((await client.mutate('bulkEdit.save', { edits })).data as { outcomes: Record<string, unknown>[] }).outcomes;
  test('good rows are saved, a bad one is told its cell, an overtaken one what holds now', async () => {
    await run('货号,名称,分类,单位\nG-1,甲,工具,把\nG-2,乙,工具,把\nG-3,丙,工具,把\n', 'apply');
    const [one, two, three] = [await row('G-1'), await row('G-2'), await row('G-3')];
    await save([{ skuId: three.skuId, version: three.version, cells: { nameZh: '先' } }]);
    const outcomes = await save([
      { skuId: one.skuId, version: one.version, cells: { nameZh: '甲甲', barcode: '1', brand: '' } },
      { skuId: two.skuId, version: two.version, cells: { minQuantity: '1.5', nameZh: '' } },
      { skuId: three.skuId, version: three.version, cells: { nameZh: '后' } },
    ]);
    expect(outcomes).toMatchObject([
      { state: 'saved', version: one.version + 1 },
      {
        state: 'rejected',
        problems: [
          { key: 'nameZh', problem: { kind: 'empty' } },
          { key: 'minQuantity', problem: { kind: 'not-whole' } },
        ],
      },
      { state: 'conflict', values: { nameZh: '先' } },
    ]);
    expect((await row('G-1')).values).toMatchObject({ nameZh: '甲甲', barcode: '1' });
    expect((await row('G-2')).values).toMatchObject({ nameZh: '乙', minQuantity: 1 });
  });
});
