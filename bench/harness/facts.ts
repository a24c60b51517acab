import { createHash, randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { keyOf } from '../generate/ids.ts';
import type { Size } from '../generate/size.ts';
import { type Call, plainBytesOf, type Tokens } from './call.ts';
import { openClient } from './http-client.ts';

/** A cart that waits to be placed, and what its buyer knows of it. */
export type WaitingCart = { session: number; cartId: string; addressId: string; total: number };
export type OrderKind = 'spread' | 'hot' | 'race';

/** What the workloads ask about: keys of the run's own copy of the data. */
export type Facts = {
  tokens: Tokens;
  products: string[];
  categories: string[];
  /** So many sessions only read, by buyers of every kind; those after them order, and no assortment keeps anything from them. */
  readers: number;
  /** By session of those who order: the SKU that is added to a cart which holds nine others. */
  tenth: string[];
  orders: Record<OrderKind, WaitingCart[]>;
  raceStock: number;
};

/** Buyers that only read. */
const READERS = 1_000;
/** Buyers that order and have a cart of nine lines, and goods that they order. */
const ORDERERS = 256;
const ORDERED = 1_000;
const LINES = 5;
const QUANTITY = 12;
/** Every order pays this many points. */
export const POINTS = 100;
const RACERS = 200;
const RACE_STOCK = 100;

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Those from whom no assortment keeps anything, so that every order holds what it is meant to hold. */
const orderersOf = (size: Size): number[] =>
  Array.from({ length: size.companies }, (_, c) => c)
    .filter((c) => c % 10 >= 5 && ![1, 2, 3].includes(c % Math.max(4, Math.round(size.companies / 200))))
    .slice(0, ORDERERS);

export type FactsOptions = { size: Size; cartsPerKind: number };

/** Signs people in, fills shelves and carts. All by SQL on a copy: none of it is what is measured. */
export const prepareFacts = async (url: string, { size, cartsPerKind }: FactsOptions): Promise<Facts> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`set session_replication_role = replica`;
  await sql`set statement_timeout = 0`;
  const readers = Math.min(READERS, size.companies);
  const tokens = {
    buyer: Array.from({ length: readers }, () => randomBytes(32).toString('base64url')),
    staff: Array.from({ length: 100 }, () => randomBytes(32).toString('base64url')),
  };
  const orderers = orderersOf(size);
  // Who orders comes behind who reads in the list of sessions.
  const orderSession = (at: number): number => readers + at;
  tokens.buyer.push(...orderers.map(() => randomBytes(32).toString('base64url')));
  const companyOf = (session: number): number => (session < readers ? session : orderers[session - readers]!);
  await sql`
    insert into buyer_sessions (id, user_id, expires_at)
    select id, user_id, now() + interval '8 hours' from unnest(
      ${tokens.buyer.map(digest)}::text[],
      ${tokens.buyer.map((_, s) => keyOf('buyer', companyOf(s)))}::uuid[]) as t(id, user_id)`;
  await sql`
    insert into staff_sessions (id, user_id, expires_at)
    select id, ${keyOf('staff', 0)}, now() + interval '30 minutes' + interval '8 hours'
    from unnest(${tokens.staff.map(digest)}::text[]) as t(id)`;

  const goods = (
    await sql<{ id: string }[]>`
      select s.id from skus s join products p on p.id = s.product_id
      where s.status = 'active' and p.status = 'published' and p.published_at <= now() order by md5(s.id::text) limit ${ORDERED + 2}`
  ).map(({ id }) => id);
  const [hot, race] = [goods.pop()!, goods.pop()!];
  const stocked = [...goods, hot];
  await sql`
    insert into stock_entries (sku_id, warehouse_id, kind, on_hand, cause_type, cause_id, actor)
    select id, ${keyOf('warehouse', 0)}, 'receive', 10000000, 'bench', 'fill', 'bench' from unnest(${uuids(stocked)}::uuid[]) as t(id)`;
  await sql`update stock set on_hand = on_hand + 10000000 where warehouse_id = ${keyOf('warehouse', 0)} and sku_id = any(${uuids(stocked)}::uuid[])`;
  const raceRows = await sql<{ warehouse: string; delta: number }[]>`
    select warehouse_id as warehouse, ((case when row_number() over (order by warehouse_id) = 1 then ${RACE_STOCK}::bigint else 0 end)
      + reserved + allocated - on_hand)::int as delta from stock where sku_id = ${race}`;
  for (const { warehouse, delta } of raceRows) {
    await sql`insert into stock_entries (sku_id, warehouse_id, kind, on_hand, cause_type, cause_id, actor)
      values (${race}, ${warehouse}, 'adjust', ${delta}, 'bench', 'race', 'bench')`;
    await sql`update stock set on_hand = on_hand + ${delta} where sku_id = ${race} and warehouse_id = ${warehouse}`;
  }
  const today = new Date().toISOString().slice(0, 10);
  const earned = { type: 'earn', on: today, lot: 'bench', points: 1_000_000 };
  const companies = orderers.map((c) => keyOf('company', c));
  await sql`insert into point_accounts (company_id, usable) select id, ${earned.points} from unnest(${uuids(companies)}::uuid[]) as t(id) on conflict do nothing`;
  await sql`
    insert into point_entries (company_id, kind, points, "on", event, cause_type, cause_id, actor)
    select id, 'earn', ${earned.points}, ${today}, ${sql.json(earned)}, 'bench', id::text, 'bench' from unnest(${uuids(companies)}::uuid[]) as t(id)`;

  let cart = 0;
  const rows: { cart: string; company: number; current: boolean; skus: string[]; quantity: number }[] = [];
  const add = (company: number, current: boolean, skus: string[], quantity = QUANTITY): string => {
    const id = keyOf('cart', cart++);
    rows.push({ cart: id, company, current, skus, quantity });
    return id;
  };
  const tenth: string[] = [];
  for (const [at, company] of orderers.entries()) {
    const ten = Array.from({ length: 10 }, (_, i) => goods[(at * 7 + i * 101) % goods.length]!);
    add(company, true, ten.slice(0, 9));
    tenth.push(ten[9]!);
  }
  const orders: Facts['orders'] = { spread: [], hot: [], race: [] };
  const wait = (kind: OrderKind, at: number, skus: string[], quantity?: number): void => {
    const company = orderers[at]!;
    const waiting = {
      session: orderSession(at),
      cartId: add(company, false, skus, quantity),
      addressId: keyOf('address', company),
      total: 0,
    };
    orders[kind].push(waiting);
  };
  for (let n = 0; n < cartsPerKind; n++) {
    const at = n % orderers.length;
    // One basket a buyer: its total is asked once and holds for all of his carts.
    const basket = Array.from({ length: LINES }, (_, i) => goods[(at * 13 + i * 211) % goods.length]!);
    wait('spread', at, basket);
    wait('hot', at, [...basket.slice(1), hot]);
  }
  for (let at = 0; at < Math.min(RACERS, orderers.length); at++) wait('race', at, [race], 1);
  await writeCarts(sql, rows);
  await sql`analyze carts, cart_lines, buyer_sessions, point_entries`;
  const [products, categories] = [
    await sql<
      { id: string }[]
    >`select id from products where status = 'published' and published_at <= now() order by md5(id::text) limit 2000`,
    await sql<{ id: string }[]>`select id from categories where parent_id is not null order by md5(id::text) limit 60`,
  ];
  await sql.end();
  const ids = (found: { id: string }[]): string[] => found.map(({ id }) => id);
  return {
    tokens,
    readers,
    products: ids(products),
    categories: ids(categories),
    tenth,
    orders,
    raceStock: RACE_STOCK,
  };
};

const writeCarts = async (
  sql: postgres.Sql,
  rows: { cart: string; company: number; current: boolean; skus: string[]; quantity: number }[],
): Promise<void> => {
  await sql`
    insert into carts (id, company_id, buyer_id, current)
    select * from unnest(${uuids(rows.map((row) => row.cart))}::uuid[], ${uuids(rows.map((row) => keyOf('company', row.company)))}::uuid[],
      ${uuids(rows.map((row) => keyOf('buyer', row.company)))}::uuid[], ${`{${rows.map((row) => row.current)}}`}::boolean[])`;
  const lines = rows.flatMap((row) => row.skus.map((sku) => ({ cart: row.cart, sku, quantity: row.quantity })));
  for (let at = 0; at < lines.length; at += 50_000) {
    const some = lines.slice(at, at + 50_000);
    await sql`
      insert into cart_lines (id, cart_id, sku_id, quantity)
      select gen_random_uuid(), * from unnest(${uuids(some.map((line) => line.cart))}::uuid[],
        ${uuids(some.map((line) => line.sku))}::uuid[], ${`{${some.map((line) => line.quantity)}}`}::bigint[])`;
  }
};

/** Learns what each waiting cart costs: the shop refuses a wrong total and says the right one. Places nothing. */
export const learnTotals = async (
  { tokens }: Facts,
  carts: readonly WaitingCart[],
  port: number,
  callOf: (waiting: WaitingCart) => Call,
): Promise<void> => {
  const sameBasket = [...Map.groupBy(carts, ({ session }) => session).values()];
  const ask = async (): Promise<void> => {
    const client = openClient(port);
    for (let next = sameBasket.pop(); next; next = sameBasket.pop()) {
      const { body } = await client.send(plainBytesOf(callOf({ ...next[0]!, total: 1 }), tokens));
      const refusal = JSON.parse(body.toString())[0]?.error?.data?.refusal;
      if (refusal?.kind !== 'total-changed')
        throw new Error(`a cart cannot be ordered: ${body.toString().slice(0, 500)}`);
      for (const waiting of next) waiting.total = refusal.actual;
    }
    client.close();
  };
  await Promise.all(Array.from({ length: 4 }, ask));
};
