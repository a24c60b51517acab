import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeMail } from '../../adapters/mail/fake.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { sendWaiting } from '../notices/send-waiting.ts';
import { adjustStock } from './adjust-stock.ts';
import { setLotTracking } from './lots.ts';
import { writeStockDigest } from './write-digest.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A zone in which the shop's day is at such an hour now. */
const atHour = async (hour: number): Promise<void> => {
  const behind = (new Date().getUTCHours() - hour + 24) % 24;
  await shop.raw`update shop set time_zone = ${`Etc/GMT${behind > 12 ? `-${24 - behind}` : `+${behind}`}`}`;
};

test('who keeps stock is written to in the morning, once: which lots have ended or end soon; who does not want it is not', async () => {
  const keeper = await shop.addStaff('warehouse');
  const other = await shop.addStaff('warehouse');
  const sales = await shop.addStaff('sales');
  for (const [person, email] of [
    [keeper, 'keeper@example.com'],
    [other, 'other@example.com'],
    [sales, 'sales@example.com'],
  ] as const)
    await shop.raw`update staff set email = ${email}, locale = 'en' where id = ${person.id}`;
  await shop.raw`insert into notification_preferences (id, person_type, person_id, kind, channels) values (${randomUUID()}, 'staff', ${other.id}, 'stock', '{}')`;
  const { skuId, productId } = await shop.addSku({});
  const by = { staff: keeper, requestId: randomUUID() };
  await setLotTracking(shop.deps, by, { productId, tracking: 'lot-expiry' });
  await atHour(9);
  for (const [code, days] of [
    ['GONE', -1],
    ['NEAR', 5],
    ['FAR', 300],
  ] as const) {
    const [row] = await shop.raw`select ((now() at time zone time_zone)::date + ${days}::int)::text as day from shop`;
    const lots = [{ code, expiresOn: row?.day as string, quantity: 3 }];
    const lines = [{ skuId, kind: 'adjust' as const, quantity: 3, lots }];
    const found = { warehouseId: shop.warehouses.north, reason: 'found' as const, note: '', lines };
    expect((await adjustStock(shop.deps, by, found)).ok).toBe(true);
  }
  await atHour(5);
  expect(await writeStockDigest(shop.deps)).toBeUndefined();
  await atHour(9);
  const days = await Promise.all(Array.from({ length: 4 }, () => writeStockDigest(shop.deps)));
  expect(new Set(days).size).toBe(1);
  const mail = fakeMail();
  await sendWaiting({ ...shop.deps, mail });
  expect(mail.letters.map(({ to }) => to)).toEqual(['keeper@example.com']);
  const [{ subject, text } = { subject: '', text: '' }] = mail.letters;
  expect(subject).toBe('Test Wholesale: Stock today: 1 lot has ended, 1 ends soon, 0 out of stock, 0 low');
  expect(text).toContain('lot GONE, until');
  expect(text).toContain('lot NEAR, until');
  expect(text).not.toContain('FAR');
});
