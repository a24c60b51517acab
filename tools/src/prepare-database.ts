import { hashPassword } from '@tradeline/api/password';
import { connect, migrate } from '@tradeline/db';
import { createDemo, demoLogins } from '@tradeline/db/demo';
import type { PrepareMessage } from './product/prepare.ts';

/**
 * A process of its own, started by `prepareDatabase`: brings the database up to date and fills an empty one with the
 * demo company. Killed in the middle, it leaves the database as it was: each migration and the demo are one transaction.
 */
const tell = (message: PrepareMessage): void => void process.send?.(message);

const [url = '', files = ''] = process.argv.slice(2);
tell({ step: 'migrate' });
const migrations = await migrate(url);
const connection = connect({ url, pool: 4, name: 'tradeline-prepare' });
const [people] = await connection.raw<
  { n: number }[]
>`select (select count(*) from staff) + (select count(*) from buyers) as n`;
const empty = Number(people?.n) === 0;
if (empty) {
  tell({ step: 'demo' });
  await createDemo({
    connection,
    seed: 1,
    now: new Date(),
    files,
    hashPassword,
    onProgress: (text) => tell({ progress: text }),
  });
}
const names = demoLogins.map((row) => row.login);
const [known] = await connection.raw<{ n: number }[]>`select count(*)::int as n from staff where login = any(${names})`;
await connection.close();
const logins = Number(known?.n) > 0 ? [...demoLogins] : [];
tell({ done: { migrations, demo: empty ? 'created' : 'unchanged', logins } });
