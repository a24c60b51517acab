import { ok } from '@tradeline/domain/kernel';
import postgres from 'postgres';
import { refusal, type Try } from './refusal.ts';

const OLDEST = 15;

export type DatabaseFacts = {
  version: string /** Ours has our migrations; an empty one may become ours. */;
  state: 'empty' | 'ours';
};

/** Connects to a server that we did not start and says whether the product may live there. */
export const inspectDatabase = async (url: string): Promise<Try<DatabaseFacts>> => {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    return refusal(
      'DATABASE_URL is not an address like postgres://user:password@host:5432/database.',
      'DATABASE_URL 格式应为 postgres://用户:密码@主机:5432/数据库。',
    );
  const sql = postgres(url, { max: 1, connect_timeout: 8, onnotice: () => {} });
  try {
    const [row] = await sql`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
             to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('public.stock_entries') is not null as ours,
             exists (select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')) as filled`;
    if (row === undefined) throw new Error('no answer');
    if (row.number < OLDEST * 10_000)
      return refusal(
        `DATABASE_URL leads to PostgreSQL ${row.version}; ${OLDEST} or later is needed.`,
        `DATABASE_URL 指向 PostgreSQL ${row.version}，需要 ${OLDEST} 或更高版本。`,
      );
    if (row.filled && !row.ours)
      return refusal(
        'The database of DATABASE_URL already holds tables of something else; give an empty one.',
        'DATABASE_URL 指向的数据库中已有其他数据表，请使用空数据库。',
      );
    return ok({ version: String(row.version), state: row.ours ? 'ours' : 'empty' });
  } catch (error) {
    return unreachable(error, new URL(url));
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const unreachable = (error: unknown, url: URL): { ok: false; error: { en: string; zh: string } } => {
  const code = String(Reflect.get(Object(error), 'code') ?? '');
  const where = `${url.hostname}:${url.port || 5432}`;
  if (code === '28P01' || code === '28000')
    return refusal(
      `PostgreSQL at ${where} refuses the user or password of DATABASE_URL.`,
      `${where} 的 PostgreSQL 拒绝了 DATABASE_URL 中的用户名或密码。`,
    );
  if (code === '3D000')
    return refusal(
      `PostgreSQL at ${where} has no database "${url.pathname.slice(1)}"; create it first.`,
      `${where} 的 PostgreSQL 中没有数据库 “${url.pathname.slice(1)}”，请先创建。`,
    );
  const reason = code || (error instanceof Error ? error.message : String(error));
  return refusal(
    `No PostgreSQL answers at ${where} (${reason}); check DATABASE_URL.`,
    `${where} 没有 PostgreSQL 响应（${reason}），请检查 DATABASE_URL。`,
  );
};
