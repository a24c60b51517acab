import { instant, type SkuId } from '@tradeline/domain/kernel';
import { type QuoteInput, quote } from '@tradeline/domain/order';
import type { PriceEntry } from '@tradeline/domain/pricing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Raw } from '../client.ts';
import { testDatabase } from '../testing/index.ts';
import { createDemo, demoLogins } from './index.ts';

const HASH = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const options = { seed: 7, now: instant('2026-11-23T06:00:00.000Z'), scale: 0.1, hashPassword: async () => HASH };

let demo: Awaited<ReturnType<typeof testDatabase>>;
let sql: Raw;
beforeAll(async () => {
  demo = await testDatabase(2);
  sql = demo.raw;
  await createDemo({ ...options, connection: demo });
});
afterAll(() => demo.close());

const number = async (query: string): Promise<number> => Number((await sql.unsafe(query))[0]?.n);

const tables = async (from: Raw): Promise<string[]> =>
  (await from`select tablename from pg_tables where schemaname = 'public' order by 1`).map((row) => row.tablename);

const digests = async (from: Raw): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const table of await tables(from)) {
    const [row] = await from.unsafe(`select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t`);
    found[table] = row?.digest;
  }
  return found;
};

test('the same seed and moment give the same rows in every table', { timeout: 90_000 }, async () => {
  const second = await testDatabase(2);
  await createDemo({ ...options, connection: second });
  const [a, b] = [await digests(sql), await digests(second.raw)];
  await second.close();
  expect(b).toEqual(a);
});

test('a database with a company is refused and keeps its rows', async () => {
  const before = await digests(sql);
  await expect(createDemo({ ...options, seed: 8, connection: demo })).rejects.toThrow('has a company already');
  expect(await digests(sql)).toEqual(before);
});

test('no invariant is broken', async () => {
  const views =
    await sql`select viewname from pg_views where schemaname = 'public' and viewname like 'inv\\_%' order by 1`;
  expect(views.length).toBeGreaterThan(15);
  for (const { viewname } of views)
    expect({ viewname, rows: [...(await sql.unsafe(`select * from ${viewname} limit 3`))] }).toEqual({
      viewname,
      rows: [],
    });
});

test('one order is late: it was wished for yesterday and has not left', async () => {
  expect(
    await number(`select count(*) n from orders where wished_date = '2026-11-22' and display_status = 'confirmed'`),
  ).toBe(1);
});

test('something is owed, held for a word of sales, and one order’s rest was closed', async () => {
  const short = await sql`select short_rest as rest from pick_lines where short > 0 order by 1`;
  expect(short.map(({ rest }) => rest)).toEqual(['close', 'owe']);
  expect(await number(`select count(*) n from order_events where action = 'short-pick'`)).toBe(2);
  const [closed] = await sql`
    select o.total_amount + sum(l.closed_net) as before, (e.facts->'closed'->'total'->>'before') as told,
      o.total_amount as after, (e.facts->'closed'->'total'->>'after') as told_after
    from order_events e join orders o on o.id = e.order_id join order_lines l on l.order_id = o.id
    where e.action = 'close-rest' group by o.id, e.id`;
  expect([closed?.before, closed?.after]).toEqual([closed?.told, closed?.told_after]);
});

test('the assortment is that of a wholesaler', async () => {
  expect(await number('select count(*) n from categories where parent_id is null')).toBeGreaterThanOrEqual(10);
  expect(await number('select count(*) n from brands')).toBeGreaterThanOrEqual(20);
  expect(await number('select count(*) n from products')).toBeGreaterThanOrEqual(150);
  expect(await number('select count(*) n from skus')).toBeGreaterThanOrEqual(500);
  expect(await number('select count(*) n from companies')).toBeGreaterThanOrEqual(40);
  expect(await number('select count(distinct role) n from staff')).toBe(7);
  expect(await number('select count(distinct role) n from buyers')).toBe(5);
  expect(await number("select count(*) n from products where name->>'en' is null or description->>'en' is null")).toBe(
    0,
  );
  expect(
    await number('select count(*) n from products p where not exists (select 1 from pictures where product_id = p.id)'),
  ).toBe(0);
  expect(await number("select count(distinct tax_rate) n from products where tax_rate in ('13', '9', '6')")).toBe(3);
});

test('barcodes carry a valid check digit and no price is below cost', async () => {
  const rows = await sql`select barcode from skus`;
  for (const { barcode } of rows) {
    const sum = [...String(barcode)].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
    expect([String(barcode).length, sum % 10]).toEqual([13, 0]);
  }
  expect(
    await number(
      'select count(*) n from prices p join skus s on s.id = p.sku_id where p.unit_price_e_4 <= s.cost * 100',
    ),
  ).toBe(0);
});

test('those whose logins are shown can sign in', async () => {
  const rows = await sql`select login from staff union all select login from buyers`;
  const known = new Set(rows.map(({ login }) => login));
  expect(demoLogins.filter(({ login }) => !known.has(login))).toEqual([]);
});

test('a fresh quote of a stored order gives its stored amounts', async () => {
  const orders = await sql`
    select o.id, to_char(o.placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, o.total_amount, o.tax_amount, c.id as company, c.group_id, c.level
    from orders o join companies c on c.id = o.company_id order by md5(o.number) limit 60`;
  for (const order of orders) {
    const lines =
      await sql`select sku_id, quantity, tax_rate, net_amount from order_lines where order_id = ${order.id} order by position`;
    const prices = await sql`
      select p.sku_id, l.id, l.kind, p.unit_price_e_4, p.min_quantity from prices p join price_lists l on l.id = p.price_list_id
      where p.sku_id in ${sql(lines.map((line) => line.sku_id))}
        and (l.company_id is null or l.company_id = ${order.company}) and (l.group_id is null or l.group_id = ${order.group_id})
        and (l.level is null or l.level = ${order.level})
        and (l.valid_from is null or l.valid_from <= ${order.at}::timestamptz) and (l.valid_to is null or l.valid_to > ${order.at}::timestamptz)`;
    const input: QuoteInput = {
      now: instant(order.at),
      tax: { pricesIncludeTax: true },
      lines: lines.map((line) => ({
        id: line.sku_id,
        skuId: line.sku_id as SkuId,
        quantity: Number(line.quantity),
        taxRate: line.tax_rate,
      })),
      prices: prices.map(
        (row) =>
          ({
            skuId: row.sku_id,
            listId: row.id,
            kind: row.kind,
            amountE4: Number(row.unit_price_e_4),
            minQuantity: Number(row.min_quantity),
          }) as unknown as PriceEntry,
      ),
    };
    const priced = quote(input);
    const stored = {
      total: Number(order.total_amount),
      tax: Number(order.tax_amount),
      lines: lines.map((line) => Number(line.net_amount)),
    };
    const fresh = priced.ok && {
      total: priced.value.totals.payable,
      tax: priced.value.totals.tax,
      lines: priced.value.lines.map((line) => line.net),
    };
    expect(fresh).toEqual(stored);
  }
});

test('it looks like a business: seasons, weekends, growth, the silence around New Year', async () => {
  const sold = (goods: string, months: string) =>
    number(`select coalesce(sum(l.net_amount), 0) n from order_lines l join orders o on o.id = l.order_id
      where l.name->>'zh' ~ '${goods}' and extract(month from o.placed_at) in (${months})`);
  const [summer, winter] = ['天然水|气泡水|拉杆箱|T 恤|冷藏袋', '保温杯|汤锅|羽绒服|口罩|手电|热水壶'];
  expect(await sold(summer, '6, 7, 8')).toBeGreaterThan(1.5 * (await sold(summer, '12, 1, 2')));
  expect(await sold(winter, '11, 12, 1')).toBeGreaterThan(1.5 * (await sold(winter, '5, 6, 7')));
  const orders = (where: string) => number(`select count(*) n from orders where ${where}`);
  const local = "(placed_at at time zone 'Asia/Shanghai')";
  expect(await orders(`extract(isodow from ${local}) = 7`)).toBeLessThan(
    0.35 * (await orders(`extract(isodow from ${local}) = 1`)),
  );
  expect(await orders("placed_at < '2026-05-23'")).toBeLessThan(0.92 * (await orders("placed_at >= '2026-05-23'")));
  expect(await orders("placed_at between '2026-02-14' and '2026-02-25'")).toBeLessThan(
    0.35 * (await orders("placed_at between '2026-01-23' and '2026-02-03'")),
  );
});

test('customers differ: some stopped, some began, some pay late', async () => {
  expect(
    await number(
      "select count(*) n from (select company_id from orders group by 1 having max(placed_at) < '2026-08-25' and min(placed_at) < '2026-03-01') t",
    ),
  ).toBeGreaterThanOrEqual(2);
  expect(
    await number(
      "select count(*) n from companies c where created_at > '2026-04-01' and exists (select 1 from orders where company_id = c.id)",
    ),
  ).toBeGreaterThanOrEqual(3);
  const late = await sql`
    select p.company_id, avg((p.received_at > o.due_at + interval '1 day')::int)::float as share from payments p join orders o on o.id = p.order_id
    where o.payment_terms = 'terms' and p.kind = 'receipt' group by 1 having count(*) >= 5`;
  expect(late.filter(({ share }) => share > 0.6).length).toBeGreaterThanOrEqual(3);
  expect(late.filter(({ share }) => share < 0.2).length).toBeGreaterThan(late.length / 2);
});

test('the staff find work in every state, and history ends in every way', async () => {
  const rows = await sql`select distinct display_status as s from orders`;
  const statuses = rows.map(({ s }) => s);
  for (const status of [
    'submitted',
    'awaiting-payment',
    'in-review',
    'confirmed',
    'picking',
    'shipped',
    'in-transit',
    'delivered',
    'cancelled',
    'rejected',
  ])
    expect(statuses).toContain(status);
});

test('an order was changed after it was placed: its history says what it was before and after, and the order is the latter', async () => {
  const rows = await sql<
    { change: { lines: { after: number }[]; total: { before: number; after: number } }; total: number }[]
  >`
    select e.facts->'change' as change, o.total_amount::int as total
    from order_events e join orders o on o.id = e.order_id and o.version = e.version where e.action = 'edit'`;
  expect(rows).toHaveLength(1);
  const [{ change, total }] = rows as unknown as [(typeof rows)[number]];
  expect(change.total.after).toBe(total);
  expect(change.total.after - change.total.before).toBe(change.lines.reduce((sum, { after }) => sum + after, 0));
});
