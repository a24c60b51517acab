import { testDatabase } from '@tradeline/db/testing';
import { expect, test } from 'vitest';
import { generate } from './generate/generate.ts';
import { SMALL } from './generate/size.ts';

const PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const NOW = Date.UTC(2026, 0, 15);

test('what is generated keeps every promise of the data, and the same seed makes the same rows', async () => {
  const sums: unknown[] = [];
  for (let run = 0; run < 2; run++) {
    const { raw, close } = await testDatabase();
    const { rows } = await generate(raw, { size: SMALL, seed: 7, now: NOW, passwordHash: PASSWORD });
    expect(rows).toMatchObject({ products: SMALL.products, skus: SMALL.products * 4, orders: SMALL.orders });
    const views = await raw<{ name: string }[]>`select viewname as name from pg_views where viewname like 'inv\_%'`;
    for (const { name } of views) expect([name, ...(await raw`select * from ${raw(name)} limit 1`)]).toEqual([name]);
    const dangling = await raw<{ problem: string }[]>`
      select 'sku' as problem from order_lines l where not exists (select from skus s where s.id = l.sku_id)
      union all select 'list' from prices p where not exists (select from price_lists l where l.id = p.price_list_id)
      union all select 'company' from orders o where not exists (select from companies c where c.id = o.company_id)
      union all select 'category' from products p where not exists (select from categories c where c.id = p.category_id)`;
    expect(dangling).toEqual([]);
    const [sum] = await raw`
      select (select md5(string_agg(p::text, ',' order by id)) from products p) as products,
             (select md5(string_agg(p::text, ',' order by id)) from prices p) as prices,
             (select md5(string_agg(l::text, ',' order by id)) from order_lines l) as lines`;
    sums.push(sum);
    await close();
  }
  expect(sums[0]).toEqual(sums[1]);
});
