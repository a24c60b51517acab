import { hashPassword } from '@tradeline/api/password';
import { connect, migrate } from '@tradeline/db';
import { createDemo, type DemoProgress, demoLogins } from '@tradeline/db/demo';
import { instant } from '@tradeline/domain/kernel';
import type { PrepareMessage } from './product/prepare.ts';

const stepNames: Record<DemoProgress['step'], string> = {
  plan: 'planning a year of trade · 生成一年业务',
  pictures: 'drawing pictures · 生成图片',
  write: 'writing · 写入',
};
const progressText = ({ step, done, total }: DemoProgress): string => `${stepNames[step]} ${done} / ${total}`;
const tell = (message: PrepareMessage): void => void process.send?.(message);

/**
 * A process of its own, started by `prepareDatabase`: brings the database up to date and fills an empty one with the
 * demo company. Killed in the middle, it leaves the database as it was: each migration and the demo are one transaction.
 */
const [url = '', files = ''] = process.argv.slice(2);
tell({ step: 'migrate' });
const migrations = await migrate(url);
const connection = connect({ url, pool: 4, name: 'tradeline-prepare' });
const [used] = await connection.raw<{ yes: boolean }[]>`
  select exists (select from staff) or exists (select from buyers) or exists (select from companies) or exists (select from products) as yes`;
const empty = used?.yes === false;
if (empty) {
  tell({ step: 'demo' });
  const now = instant(new Date().toISOString());
  await createDemo({
    connection,
    seed: 1,
    now,
    files,
    hashPassword,
    onProgress: (p) => tell({ progress: progressText(p) }),
  });
}
const names = demoLogins.map((row) => row.login);
const [known] = await connection.raw<{ n: number }[]>`select count(*)::int as n from staff where login = any(${names})`;
await connection.close();
const logins = Number(known?.n) > 0 ? [...demoLogins] : [];
tell({ done: { migrations, demo: empty ? 'created' : 'unchanged', logins } });
