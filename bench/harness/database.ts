import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '@tradeline/api/password';
import { connect, migrate } from '@tradeline/db';
import { startEmbedded } from '@tradeline/db/embedded';
import postgres from 'postgres';
import { generate } from '../generate/generate.ts';
import type { Size } from '../generate/size.ts';

export const SEED = 20_260_101;
/** Of every person of the generated company. */
export const PASSWORD = 'bench-password';

export type BenchServer = {
  pid: number;
  /** Name of a database that holds the set of that size; made once per generator and schema version, then used again. */
  dataSet: (size: Size) => Promise<string>;
  /** A copy of a database that may be changed; a copy of before under that name is gone. */
  copy: (of: string, name: string) => Promise<string>;
  url: (name: string) => string;
  /** As the product's own server offers it to the API. */
  socket: string | undefined;
  stop: () => Promise<void>;
};

/** Which generator made a set: a set of another is made anew, so that figures speak of the data of their version. */
const generatorDigest = (): string => {
  const folder = join(import.meta.dirname, '../generate');
  const digest = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) digest.update(name).update(readFileSync(join(folder, name)));
  return digest.digest('hex').slice(0, 16);
};

/** A durable PostgreSQL of its own for data sets, below `folder`. */
export const openServer = async (folder: string, say: (text: string) => void): Promise<BenchServer> => {
  const server = await startEmbedded({ folder });
  if (!server.ok) throw new Error(`no PostgreSQL for the benchmark: ${JSON.stringify(server.error)}`);
  const { url, socket, pid, stop } = server.value;
  const admin = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  return {
    pid,
    url,
    socket,
    dataSet: async (size) => {
      const name = `bench_${size.products}`;
      const digest = generatorDigest();
      const [known] = await admin<{ made: string | null }[]>`
        select shobj_description(oid, 'pg_database') as made from pg_database where datname = ${name}`;
      if (known?.made === digest && !(await isStale(url(name)))) return name;
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.unsafe(`create database ${name}`);
      await fill(url(name), size, say);
      await admin.unsafe(`comment on database ${name} is '${digest}'`);
      return name;
    },
    copy: async (of, name) => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.unsafe(`create database ${name} template ${of} strategy file_copy`);
      return url(name);
    },
    stop: async () => {
      await admin.end();
      await stop();
    },
  };
};

const fill = async (url: string, size: Size, say: (text: string) => void): Promise<void> => {
  say(`generating ${size.products} products, ${size.orders} orders`);
  await migrate(url);
  const connection = connect({ url, name: 'bench' });
  const passwordHash = await hashPassword(PASSWORD);
  const made = await generate(connection.raw, { size, seed: SEED, now: Date.now(), passwordHash });
  await connection.close();
  const total = Object.values(made.rows).reduce((sum, rows) => sum + rows, 0);
  say(`${total} rows in ${made.seconds.toFixed(1)} s`);
};

/** The same with the data set in it, as other measurements of this folder want it. */
export const openDatabase = async (
  folder: string,
  size: Size,
  say: (text: string) => void,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const server = await openServer(folder, say);
  return { url: server.url(await server.dataSet(size)), stop: server.stop };
};

/** A set that stopped half made, or stands on an older schema. */
const isStale = async (url: string): Promise<boolean> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [before] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
    const [shop] = await sql`select from shop`;
    await migrate(url);
    const [after] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
    return !shop || before?.n !== after?.n;
  } catch {
    return true;
  } finally {
    await sql.end();
  }
};

/** Waits until the totals of all goods are kept: they are made once, after the first start, and would cost the first workload its cores. */
export const untilTotalsAreKept = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const until = Date.now() + 180_000;
  while ((await sql`select 1 from stock_totals_state`).length === 0) {
    if (Date.now() > until) throw new Error('the totals of stock were not made within three minutes');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await sql.end();
};
