import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';

let shop: Shop;
let desk: ReturnType<typeof httpClient>;
let portal: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  desk = httpClient(shop, 'staff');
  await desk.signIn((await shop.addStaff('marketing')).login);
  portal = httpClient(shop, 'buyer');
  await portal.signIn((await shop.addBuyer()).login);
});
afterAll(() => shop.close());

const news = (zh: string, more: object = {}) => ({
  title: { zh },
  body: { zh: '正文' },
  pinned: false,
  status: 'published',
  startsAt: null,
  endsAt: null,
  ...more,
});
const told = async () =>
  ((await portal.query('home.news')).data as { title: { zh: string } }[]).map(({ title }) => title.zh);

test('customers are told what is published, within its window, the pinned first', async () => {
  const past = '2020-01-01T00:00:00.000Z';
  const future = '2099-01-01T00:00:00.000Z';
  for (const one of [
    news('显示'),
    news('草稿', { status: 'draft' }),
    news('未到', { startsAt: future }),
    news('过期', { endsAt: past }),
    news('置顶', { pinned: true, startsAt: past, endsAt: future }),
  ])
    expect((await desk.mutate('news.save', one)).status).toBe(200);
  expect(await told()).toEqual(['置顶', '显示']);
  const wrong = await desk.mutate('news.save', news('反了', { startsAt: future, endsAt: past }));
  expect(wrong.status).toBe(400);
});

test('who saves over a newer version is told, and every change is on the record', async () => {
  const { id } = (await desk.mutate('news.save', news('第一版'))).data as { id: string };
  await desk.mutate('news.save', { ...news('第二版'), over: { id, version: 1 } });
  const late = await desk.mutate('news.save', { ...news('迟到'), over: { id, version: 1 } });
  expect(late.refusal?.kind).toBe('news-changed');
  expect(await told()).toContain('第二版');
  await desk.mutate('news.remove', { id });
  expect(await told()).not.toContain('第二版');
  const actions = await shop.raw`select action from audit_log where subject_id = ${id} order by seq`;
  expect(actions.map(({ action }) => action)).toEqual(['news.add', 'news.change', 'news.remove']);
});
