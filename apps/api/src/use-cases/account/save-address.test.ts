import { checkPlace } from '@tradeline/domain/address';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provinces, regionsIn } from '../../regions/regions.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const person = async () => {
  const client = httpClient(shop, 'buyer');
  await client.signIn((await shop.addBuyer()).login);
  return client;
};
const book = { contactName: '张三', phone: '13800138000', street: '科技园路1号', isDefault: false };
const nanshan = { province: '广东省', city: '深圳市', district: '南山区' };

test('an address in mainland China lies where its parts say; elsewhere its words are free', async () => {
  const client = await person();
  const save = (place: object) => client.mutate('account.saveAddress', { ...book, ...place });
  expect((await save(nanshan)).refusal).toBeUndefined();
  expect((await save({ ...nanshan, district: '朝阳区' })).refusal).toMatchObject({
    kind: 'place-unknown',
    field: 'district',
    value: '朝阳区',
  });
  expect((await save({ ...nanshan, province: '广东' })).refusal).toMatchObject({
    field: 'province',
    nearest: ['广东省'],
  });
  expect((await save({ province: '上海市', city: '上海市', district: '浦东新区' })).refusal).toBeUndefined();
  expect((await save({ province: '广东省', city: '东莞市', district: '' })).refusal).toBeUndefined();
  const abroad = { country: 'HK', province: '', city: '九龙', district: '旺角' };
  expect((await save(abroad)).refusal).toBeUndefined();
  const addresses = (await client.query('account.addresses')).data as { country: string; city: string }[];
  expect(addresses.map(({ country, city }) => [country, city])).toContainEqual(['HK', '九龙']);
});

test('a pasted address is read by the list of all divisions, and its place is one that can be saved', async () => {
  const client = await person();
  const read = async (text: string) => (await client.mutate('account.recogniseAddress', { text })).data;
  expect(await read('张三 13800138000 广东省深圳市南山区粤海街道科技园路1号')).toEqual({
    ...nanshan,
    contactName: '张三',
    phone: '13800138000',
    street: '粤海街道科技园路1号',
    doubts: [],
  });
  expect(await read('收货人: 李雷 电话: 13912345678 地址: 浙江省义乌市福田街道稠州北路699号')).toMatchObject({
    contactName: '李雷',
    province: '浙江省',
    city: '金华市',
    district: '义乌市',
    street: '福田街道稠州北路699号',
  });
});

test('every place of the list is one by its own rule, and is found by how it is spelt', async () => {
  const all = await provinces();
  expect(all).toHaveLength(31);
  let places = 0;
  for (const province of all)
    for (const city of province.within) {
      const districts = city.within.filter(({ code }) => code.length < 9);
      for (const district of districts.length > 0 ? districts.map(({ name }) => name) : ['']) {
        expect(checkPlace(all, { province: province.name, city: city.name, district }).ok).toBe(true);
        places += 1;
      }
    }
  expect(places).toBeGreaterThan(2_900);
  const shenzhen = (await regionsIn('44')).find(({ name }) => name === '深圳市');
  expect(shenzhen).toMatchObject({ code: '4403', spell: 'shenzhenshi szs' });
  expect(shenzhen?.within?.find(({ name }) => name === '南山区')?.within).toContainEqual(
    expect.objectContaining({ name: '粤海街道', code: '440305007' }),
  );
  expect((await regionsIn(undefined)).map(({ name }) => name)).toContain('西藏自治区');
});
