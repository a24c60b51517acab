import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlace, type Division, districtsOf, recogniseAddress, shortName, streetsOf } from './index.ts';

const of = (code: string, name: string, ...within: Division[]): Division => ({ code, name, within });
const provinces: Division[] = [
  of('11', '北京市', of('1101', '北京市', of('110105', '朝阳区', of('110105001', '建外街道')))),
  of(
    '22',
    '吉林省',
    of('2202', '吉林市', of('220204', '船营区')),
    of('2224', '延边朝鲜族自治州', of('222401', '延吉市')),
  ),
  of('42', '湖北省', of('429004', '仙桃市', of('429004001', '沙嘴街道'))),
  of(
    '44',
    '广东省',
    of('4403', '深圳市', of('440303', '罗湖区'), of('440305', '南山区', of('440305007', '粤海街道'))),
    of('4419', '东莞市', of('441900003', '东城街道')),
  ),
  of('65', '新疆维吾尔自治区', of('6501', '乌鲁木齐市', of('650102', '天山区'))),
];
const read = (text: string) => recogniseAddress(provinces, text);
const shenzhen = {
  contactName: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  street: '粤海街道科技园路1号',
  doubts: [],
};

test('a name in Latin letters is read whole, before the address and behind it', () => {
  const ours = { ...shenzhen, contactName: 'Zhang San', doubts: [] };
  expect(read('Zhang San 13800138000 广东省深圳市南山区粤海街道科技园路1号')).toEqual(ours);
  expect(read('广东省深圳市南山区粤海街道科技园路1号 Zhang San 13800138000')).toEqual(ours);
});

describe('a pasted address', () => {
  test.each([
    '张三 13800138000 广东省深圳市南山区粤海街道科技园路1号',
    '广东省深圳市南山区粤海街道科技园路1号 张三 13800138000',
    '广东省 深圳市 南山区 粤海街道 科技园路1号，张三，138-0013-8000',
    '收货人：张三\n手机号码：+86 138 0013 8000\n所在地区：广东省深圳市南山区粤海街道\n详细地址：科技园路1号',
    '13800138000张三 深圳市南山区粤海街道科技园路1号',
  ])('%s', (text) => {
    expect(read(text)).toEqual(shenzhen);
  });

  test('by short names is read too, and the district is to be looked at', () => {
    expect(read('张三 13800138000 广东深圳南山科技园路1号')).toEqual({
      ...shenzhen,
      street: '科技园路1号',
      doubts: ['city', 'district'],
    });
  });

  test('of a municipality, of a city without districts, of a county that hangs on its province', () => {
    expect(read('李四 13900001111 北京市朝阳区建外街道1号')).toMatchObject({
      province: '北京市',
      city: '北京市',
      district: '朝阳区',
      doubts: [],
    });
    expect(read('李四 13900001111 北京市北京市朝阳区建外街道1号')).toMatchObject({
      city: '北京市',
      street: '建外街道1号',
      doubts: [],
    });
    expect(read('李四 13900001111 广东省东莞市东城街道8号')).toMatchObject({
      city: '东莞市',
      district: '',
      street: '东城街道8号',
      doubts: [],
    });
    expect(read('李四 0728-3221234 湖北省仙桃市沙嘴街道8号')).toMatchObject({
      city: '仙桃市',
      phone: '0728-3221234',
      doubts: [],
    });
    expect(read('李四 13900001111 吉林市船营区8号')).toMatchObject({
      province: '吉林省',
      city: '吉林市',
      district: '船营区',
    });
  });

  test('says what it did not find, and guesses no more than it can', () => {
    expect(read('南山区科技园路1号')).toMatchObject({
      province: '广东省',
      district: '南山区',
      doubts: ['contactName', 'phone', 'city', 'district'],
    });
    expect(read('王五 13800138000 13900139000 广东省深圳市科技园路1号').doubts).toEqual(['district', 'phone']);
    expect(read('1600 Amphitheatre Parkway')).toMatchObject({
      province: '',
      city: '',
      street: '1600 Amphitheatre Parkway',
    });
    expect(read('')).toMatchObject({ street: '', doubts: ['contactName', 'phone', 'province', 'city', 'street'] });
    expect(read('张三广东省深圳市南山区1号 13800138000')).toMatchObject({
      contactName: '张三',
      district: '南山区',
      street: '1号',
    });
  });

  test('whatever it holds is read without a fault, and every place it names exists', () => {
    const pieces = fc.constantFrom(
      '张三',
      '广东',
      '省',
      '深圳市',
      '南山',
      '区',
      '吉林',
      ' ',
      '1',
      '号',
      '北京',
      '，',
      '13800138000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 }), (parts) => {
        const { province, city, district, doubts } = read(parts.join(''));
        if (province === '') return;
        const known = checkPlace(provinces, { province, city, district });
        if (!doubts.includes('district')) expect(known.ok).toBe(true);
      }),
    );
  });
});

describe('a place', () => {
  test('is known by its official names, one in the other', () => {
    const every = provinces.flatMap((province) =>
      province.within.flatMap((city) => {
        const districts = districtsOf(city).map(({ name }) => name);
        return (districts.length > 0 ? districts : ['']).map((district) => ({
          province: province.name,
          city: city.name,
          district,
        }));
      }),
    );
    for (const place of every) expect(checkPlace(provinces, place)).toEqual({ ok: true, value: undefined });
    expect(streetsOf(provinces[2]!.within[0]!).map(({ name }) => name)).toEqual(['沙嘴街道']);
  });

  test('that is none is refused by its first wrong part, with what it may have meant', () => {
    const refused = (province: string, city: string, district: string) =>
      checkPlace(provinces, { province, city, district });
    expect(refused('广东', '深圳市', '南山区')).toMatchObject({ error: { field: 'province', nearest: ['广东省'] } });
    expect(refused('广东省', '深圳', '南山区')).toMatchObject({ error: { field: 'city', nearest: ['深圳市'] } });
    expect(refused('广东省', '深圳市', '朝阳区')).toMatchObject({ error: { field: 'district', nearest: [] } });
    expect(refused('广东省', '深圳市', '')).toMatchObject({ error: { field: 'district', value: '' } });
    expect(refused('广东省', '东莞市', '东城街道')).toMatchObject({ error: { field: 'district' } });
  });

  test('has a short name of two characters at least', () => {
    expect(
      ['新疆维吾尔自治区', '内蒙古自治区', '延边朝鲜族自治州', '神农架林区', '东区', '深圳市'].map(shortName),
    ).toEqual(['新疆', '内蒙古', '延边', '神农架', '东区', '深圳']);
  });
});
