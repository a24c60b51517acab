import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';

const name = `t${newId().replaceAll('-', '')}`;
const url = inject('postgres').replace('DATABASE', name);
const admin = postgres(inject('postgres').replace('DATABASE', 'postgres'), { max: 1, onnotice: () => {} });
const folder = mkdtempSync(join(tmpdir(), 'tradeline-migrations-'));
let sql: postgres.Sql;

/** A database as it was before the ledger spoke the domain's terms. */
beforeAll(async () => {
  cpSync(fileURLToPath(new URL('../migrations', import.meta.url)), folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const known = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const before = known.entries.slice(
    0,
    known.entries.findIndex(({ tag }) => tag.endsWith('stock_ledger')),
  );
  writeFileSync(journal, JSON.stringify({ ...known, entries: before }));
  await admin.unsafe(`create database ${name}`);
  await migrate(url, folder);
  sql = postgres(url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

test('a ledger of before is carried over: kinds renamed, legs paired, and every balance still its sum', async () => {
  const [category, product, sku, a, b] = [newId(), newId(), newId(), newId(), newId()];
  await sql`insert into categories (id, slug, name) values (${category}, 'c', '{"zh":"类"}')`;
  await sql`insert into products (id, number, name, category_id) values (${product}, 'P', '{"zh":"茶"}', ${category})`;
  await sql`insert into skus (id, product_id, item_number, unit) values (${sku}, ${product}, 'T', '{"zh":"盒"}')`;
  await sql`insert into warehouses (id, code, name) values (${a}, 'A', '{"zh":"甲"}'), (${b}, 'B', '{"zh":"乙"}')`;
  await sql`insert into stock (sku_id, warehouse_id, on_hand, reserved) values (${sku}, ${a}, 6, 0), (${sku}, ${b}, 4, 0)`;
  await sql`insert into stock_entries (sku_id, warehouse_id, kind, on_hand, reserved, allocated, cause_type, cause_id, actor) values
    (${sku}, ${a}, 'receive', 10, 0, 0, 'opening', 'o', 't'),
    (${sku}, ${a}, 'transfer_out', -4, 0, 0, 'transfer', 'T1', 't'),
    (${sku}, ${b}, 'transfer_in', 4, 0, 0, 'transfer', 'T1', 't'),
    (${sku}, ${a}, 'reserve', 0, 5, 0, 'order-step', 'x:1', 't'),
    (${sku}, ${a}, 'allocate', 0, -3, 3, 'order-step', 'x:2', 't'),
    (${sku}, ${a}, 'release', 0, -2, 0, 'order-step', 'x:3', 't'),
    (${sku}, ${a}, 'deallocate', 0, 0, -3, 'order-step', 'x:3', 't')`;
  await migrate(url);
  const rows = await sql`select kind, warehouse_id = ${a} as here, on_hand::int, reserved::int, allocated::int,
    in_transit_in::int, in_transit_out::int from stock_entries where kind not in ('receive', 'reserve', 'allocate') order by seq`;
  const row = (kind: string, here: boolean, figures: Record<string, number>) => ({
    ...{ kind, here, on_hand: 0, reserved: 0, allocated: 0, in_transit_in: 0, in_transit_out: 0 },
    ...figures,
  });
  expect([...rows]).toEqual([
    row('transfer-out', true, { on_hand: -4, in_transit_out: 4 }),
    row('transfer-in', false, { on_hand: 4, in_transit_in: -4 }),
    row('release', true, { reserved: -5 }),
    row('deallocate', true, { reserved: 3, allocated: -3 }),
    row('transfer-out', false, { in_transit_in: 4 }),
    row('transfer-in', true, { in_transit_out: -4 }),
  ]);
  expect([...(await sql`select * from inv_01_stock_balance`)]).toEqual([]);
  expect([...(await sql`select * from inv_06_transfers`)]).toEqual([]);
  await expect(sql`delete from stock_entries`).rejects.toThrow('append-only');
});
