import { hashPassword } from '@tradeline/api/password';
import { connect, migrate } from '@tradeline/db';
import { startEmbedded } from '@tradeline/db/embedded';
import postgres from 'postgres';
import { generate } from '../generate/generate.ts';
import type { Size } from '../generate/size.ts';

export const SEED = 20_260_101;
/** Of every person of the generated company. */
export const PASSWORD = 'bench-password';

export type BenchDatabase = { url: string; pid: number; stop: () => Promise<void> };

/** A durable PostgreSQL of its own with the data set in it; made once per folder and schema version, then used again. */
export const openDatabase = async (folder: string, size: Size, say: (text: string) => void): Promise<BenchDatabase> => {
  const server = await startEmbedded({ folder });
  if (!server.ok) throw new Error(`no PostgreSQL for the benchmark: ${JSON.stringify(server.error)}`);
  const name = `bench_${size.products}`;
  const url = server.value.url(name);
  const admin = postgres(server.value.url('postgres'), { max: 1, onnotice: () => {} });
  const [known] = await admin`select from pg_database where datname = ${name}`;
  if (known && (await isStale(url))) await admin.unsafe(`drop database ${name} with (force)`);
  if (!known || (await admin`select from pg_database where datname = ${name}`).length === 0)
    await admin.unsafe(`create database ${name}`);
  await admin.end();
  await migrate(url);
  const connection = connect({ url, name: 'bench' });
  const [filled] = await connection.raw`select from shop`;
  if (!filled) {
    say(`generating ${size.products} products, ${size.orders} orders`);
    const passwordHash = await hashPassword(PASSWORD);
    const made = await generate(connection.raw, { size, seed: SEED, now: Date.now(), passwordHash });
    const total = Object.values(made.rows).reduce((sum, rows) => sum + rows, 0);
    say(`${total} rows in ${made.seconds.toFixed(1)} s`);
  }
  await connection.close();
  return { url, pid: server.value.pid, stop: server.value.stop };
};

/** A set that an older schema's generator made is made anew, so that figures of one version are figures of its data. */
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
