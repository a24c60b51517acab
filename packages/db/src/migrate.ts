import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any number; the same for every process of this product, so that one migrates and the others wait for it. */
const LOCK = 7_203_114;

/** Brings a database to the schema of this version; safe to call from several processes at once. Returns how many steps ran. */
export const migrate = async (
  url: string,
  folder = fileURLToPath(new URL('../migrations', import.meta.url)),
): Promise<number> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const count = async (): Promise<number> => {
    const [exists] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
    if (!exists?.yes) return 0;
    const [row] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
    return Number(row?.n);
  };
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const before = await count();
    await apply(drizzle(sql), { migrationsFolder: folder });
    return (await count()) - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
};
