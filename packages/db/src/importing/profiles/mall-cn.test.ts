import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import type { ImportReport } from '../report.ts';
import { runImport } from '../run-import.ts';
import { filesIn } from '../testing/folder.ts';
import { brokenInvariants } from '../testing/state-of.ts';
import { mallCn } from './mall-cn.ts';

const spec = (parts: Record<string, string>): string =>
  `"${JSON.stringify(Object.entries(parts).map(([key, value]) => ({ key, value }))).replaceAll('"', '""')}"`;
const product = (id: number, type: number, deleted: number, price: string, window = ','): string =>
  `${id},货${id},副题,词,1,牌,2,类,1,SN${id},${price},,,${type},${window},0,9,0,,0.00,0,1,1,${deleted}\n`;

/** A shop of our own in the form of the mall's export: 10 with tiers, 11 with a reduction, 12 at a promotion price, 13 withdrawn. */
const folder = filesIn({
  'brands.csv': 'id,name,first_letter,sort,factory_status,show_status\n1,牌,P,0,1,1\n2,空牌,K,0,0,0\n',
  'categories.csv':
    'id,parent_id,name,level,product_unit,nav_status,show_status,sort,keywords,description\n1,0,服装,0,件,1,1,1,,\n2,1,外套,1,件,1,1,0,,\n3,99,孤儿,1,件,0,1,0,,\n',
  'attribute_categories.csv': 'id,name,attribute_count,param_count\n1,服装,1,1\n',
  'attributes.csv':
    'id,product_attribute_category_id,name,select_type,input_type,input_list,sort,filter_type,search_type,related_status,hand_add_status,type\n1,1,颜色,2,1,,0,0,0,0,1,0\n2,1,季节,1,1,,0,0,0,0,0,1\n',
  'member_levels.csv':
    'id,name,growth_point,default_status,free_freight_point,priviledge_free_freight,priviledge_member_price\n1,黄金会员,1,0,1,1,1\n4,普通会员,1,1,1,1,0\n',
  'products.csv': `id,name,sub_title,keywords,brand_id,brand_name,product_category_id,product_category_name,product_attribute_category_id,product_sn,price,original_price,promotion_price,promotion_type,promotion_start_time,promotion_end_time,promotion_per_limit,stock,low_stock,unit,weight,sale,publish_status,verify_status,delete_status\n${product(10, 3, 0, '10.01')}${product(11, 4, 0, '50.00')}${product(12, 1, 0, '80.00', '2023-01-10 00:00:00,2023-02-01 00:00:00')}${product(13, 0, 1, '249.00')}`,
  'skus.csv': `id,product_id,sku_code,sp_data,price,promotion_price,stock,low_stock,lock_stock,sale\n101,10,C101,${spec({ 颜色: '白' })},10.01,,7,2,-3,\n102,10,C102,${spec({ 颜色: '黑' })},12.00,,5,,1,\n111,11,C111,${spec({ 颜色: '红' })},50.00,,0,,0,\n121,12,C121,${spec({ 款式: 'A' })},80.00,70.00,1,,0,\n`,
  'attribute_values.csv':
    'id,product_id,product_attribute_id,value\n1,10,1,"黑,白"\n2,10,2,春\n3,13,1,X\n4,13,1,XL\n5,13,2,\n',
  'member_prices.csv':
    'id,product_id,member_level_id,member_price,member_level_name\n1,13,1,300.00,\n2,10,1,,黄金会员\n',
  'quantity_tiers.csv':
    'id,product_id,count,discount,price\n1,10,3,0.75,0\n2,11,2,0.50,0\n3,12,0,0.00,0\n4,13,5,0.70,0\n',
  'full_reductions.csv':
    'id,product_id,full_price,reduce_price\n1,11,200.00,30.00\n2,11,100.00,10.00\n3,12,0.00,0.00\n',
  'coupons.csv':
    'id,type,name,amount,min_point,per_limit,use_type,start_time,end_time,count,publish_count,use_count,receive_count,code\n1,0,券,1,1,1,0,,,1,1,0,0,\n',
});
let database: Awaited<ReturnType<typeof testDatabase>>;
let report: ImportReport;

beforeAll(async () => {
  database = await testDatabase(2);
  const done = await runImport({ db: database.db, profile: mallCn, folder: folder.path });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  report = done.value;
});
afterAll(async () => {
  folder.remove();
  await database.close();
});

const rowsOf = (file: string, words: string) =>
  report.treatments.find((one) => one.file === file && one.words.startsWith(words))?.rows;

test('files and database agree, and every promise about the data is kept', async () => {
  expect(report.controls.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(await brokenInvariants(database.raw)).toEqual([]);
});

test('what is odd in the source has a stated treatment, by row', () => {
  expect(rowsOf('skus.csv', 'reserved quantity below zero')).toEqual([2]);
  expect(rowsOf('skus.csv', 'reserved quantity without an order')).toEqual([3]);
  expect(rowsOf('products.csv', 'deleted in the source')).toEqual([5]);
  expect(rowsOf('quantity_tiers.csv', 'empty tier')).toEqual([4]);
  expect(rowsOf('quantity_tiers.csv', 'tier that is not in force')).toEqual([3]);
  expect(rowsOf('full_reductions.csv', 'empty reduction')).toEqual([4]);
  expect(rowsOf('member_prices.csv', 'empty member price')).toEqual([3]);
  expect(rowsOf('member_prices.csv', 'member price above the list price')).toEqual([2]);
  expect(rowsOf('categories.csv', 'the category above it')).toEqual([4]);
  expect(rowsOf('brands.csv', 'hidden brand')).toEqual([3]);
});

test('options become axes in the order the product declares, parameters become its specification', async () => {
  const [product] = await database.raw`select axes, specification from products where number = 'MALL-10'`;
  expect(product).toEqual({
    axes: [
      {
        code: 'colour',
        name: { zh: '颜色', en: 'Colour' },
        values: [
          { code: '黑', name: { zh: '黑' } },
          { code: '白', name: { zh: '白' } },
        ],
      },
    ],
    specification: [{ name: { zh: '季节' }, value: { zh: '春' } }],
  });
  const skus = await database.raw`select item_number, options, status from skus order by item_number`;
  expect(skus).toEqual([
    { item_number: 'C101', options: { colour: '白' }, status: 'active' },
    { item_number: 'C102', options: { colour: '黑' }, status: 'active' },
    { item_number: 'C111', options: { colour: '红' }, status: 'active' },
    { item_number: 'C121', options: { 款式: 'A' }, status: 'active' },
    { item_number: 'MALL-13', options: {}, status: 'withdrawn' },
  ]);
});

test('prices: list, tiers by exact factor, members by level, promotions in their window', async () => {
  const prices = await database.raw`
    select l.code, l.level, k.item_number as item, r.min_quantity as from, r.unit_price_e_4 as e4
    from prices r join price_lists l on l.id = r.price_list_id join skus k on k.id = r.sku_id order by 1, 3, 4`;
  expect(prices.map((row) => Object.values(row).join(' '))).toEqual([
    'MALL-BASE  C101 1 100100',
    'MALL-BASE  C101 3 75075',
    'MALL-BASE  C102 1 120000',
    'MALL-BASE  C102 3 90000',
    'MALL-BASE  C111 1 500000',
    'MALL-BASE  C121 1 800000',
    'MALL-BASE  MALL-13 1 2490000',
    'MALL-BASE  MALL-13 5 1743000',
    'MALL-PROMOTION-12  C121 1 700000',
    'MALL-SILVER silver MALL-13 1 3000000',
  ]);
  const [list] =
    await database.raw`select valid_from, valid_to, priority from price_lists where code = 'MALL-PROMOTION-12'`;
  expect(list).toEqual({
    valid_from: new Date('2023-01-09T16:00:00Z'),
    valid_to: new Date('2023-01-31T16:00:00Z'),
    priority: 10,
  });
});

test('the steps of a full reduction are one promotion, which waits for a person to release it', async () => {
  const [promotion] = await database.raw`
    select p.status, p.name ->> 'zh' as name, p.definition -> 'actions' as actions, g.id as product from promotions p, products g where g.number = 'MALL-11'`;
  expect(promotion).toEqual({
    status: 'draft',
    name: '满100减10，满200减30：货11',
    actions: [
      {
        type: 'tiers',
        basis: 'amount',
        tiers: [
          { from: 10000, amount: 1000 },
          { from: 20000, amount: 3000 },
        ],
        scope: { productIds: [promotion!.product] },
      },
    ],
    product: promotion!.product,
  });
});

test('stock enters the ledger as stated; what was reserved there is not reserved here', async () => {
  const stock = await database.raw`
    select k.item_number as item, s.on_hand, s.reserved, s.safety from stock s join skus k on k.id = s.sku_id order by 1`;
  expect(stock.map((row) => Object.values(row).join(' '))).toEqual([
    'C101 7 0 2',
    'C102 5 0 0',
    'C111 0 0 0',
    'C121 1 0 0',
  ]);
});
