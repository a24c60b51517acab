import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const signedIn = async (wish: Parameters<Shop['addBuyer']>[0] = {}) => {
  const buyer = await shop.addBuyer(wish);
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  return { buyer, client };
};
const itemNumber = async (skuId: string): Promise<string> =>
  (await shop.raw<{ item_number: string }[]>`select item_number from skus where id = ${skuId}`)[0]!.item_number;

test('a code stands for one SKU however it is written, and moves only on wish', async () => {
  const { client } = await signedIn();
  const [one, two] = [await shop.addSku(), await shop.addSku()];
  expect((await client.mutate('codes.put', { skuId: one.skuId, code: 'Ａ-01 x' })).status).toBe(200);
  const taken = await client.mutate('codes.put', { skuId: two.skuId, code: 'a01X' });
  expect(taken.refusal).toEqual({ kind: 'code-taken', code: 'Ａ-01 x', itemNumber: await itemNumber(one.skuId) });
  await client.mutate('codes.put', { skuId: two.skuId, code: 'a01X', move: true });
  expect((await client.query('codes.list', {})).data).toMatchObject({
    total: 1,
    rows: [{ code: 'a01X', skuId: two.skuId }],
  });
  await client.mutate('codes.put', { skuId: two.skuId, code: 'B2', instead: 'A 01 X' });
  expect((await client.query('codes.list', {})).data).toMatchObject({ total: 1, rows: [{ code: 'B2' }] });
  expect((await client.mutate('codes.put', { skuId: two.skuId, code: '--' })).refusal?.kind).toBe('code-empty');
  await client.mutate('codes.remove', { code: 'b-2' });
  expect((await client.query('codes.list', {})).data).toMatchObject({ total: 0 });
});

test('of a pasted block every line is told, and only what was asked for is written', async () => {
  const { client } = await signedIn();
  const [one, two] = [await shop.addSku(), await shop.addSku()];
  const [first, second] = [await itemNumber(one.skuId), await itemNumber(two.skuId)];
  await client.mutate('codes.put', { skuId: one.skuId, code: 'K1' });
  const lines = [
    { code: 'k-1', itemNumber: first },
    { code: 'K 1', itemNumber: second },
    { code: 'K2', itemNumber: second.toLowerCase() },
    { code: 'k2', itemNumber: first },
    { code: 'K3', itemNumber: 'NOPE' },
    { code: '', itemNumber: first },
  ];
  const told = [
    { outcome: 'same' },
    { outcome: 'twice', line: 1 },
    { outcome: 'new' },
    { outcome: 'twice', line: 3 },
    { outcome: 'unknown-item' },
    { outcome: 'empty' },
  ];
  expect((await client.mutate('codes.paste', { lines })).data).toMatchObject(told);
  expect((await client.query('codes.list', {})).data).toMatchObject({ total: 1 });
  await client.mutate('codes.paste', { lines, apply: true });
  expect((await client.query('codes.list', {})).data).toMatchObject({ total: 2 });
  const taken = { lines: [{ code: 'K1', itemNumber: second }], apply: true };
  expect((await client.mutate('codes.paste', taken)).data).toMatchObject([{ outcome: 'taken', nowItemNumber: first }]);
  expect((await client.mutate('codes.paste', { ...taken, move: true })).data).toMatchObject([{ outcome: 'moved' }]);
  expect((await client.query('codes.list', { text: 'K1' })).data).toMatchObject({ rows: [{ itemNumber: second }] });
});

test('two companies use one code for different goods and know nothing of each other', async () => {
  const [mine, theirs] = [await signedIn(), await signedIn()];
  const [one, two] = [await shop.addSku(), await shop.addSku()];
  await mine.client.mutate('codes.put', { skuId: one.skuId, code: 'SAME' });
  expect((await theirs.client.mutate('codes.put', { skuId: two.skuId, code: 'same' })).status).toBe(200);
  expect((await theirs.client.query('codes.list', {})).data).toMatchObject({ total: 1, rows: [{ skuId: two.skuId }] });
});

test('staff keep the codes of their customers, on the record; a viewer of the customer changes none', async () => {
  const { buyer } = await signedIn();
  const { skuId } = await shop.addSku();
  const staff = await shop.addStaff('administrator');
  const desk = httpClient(shop, 'staff');
  await desk.signIn(staff.login);
  const companyId = buyer.company.id;
  expect((await desk.mutate('customerCodes.put', { companyId, skuId, code: 'S1' })).status).toBe(200);
  expect((await desk.query('customerCodes.list', { companyId })).data).toMatchObject({ total: 1 });
  expect(
    await shop.raw`select 1 from audit_log where action = 'customer.edit-codes' and subject_id = ${companyId}`,
  ).toHaveLength(1);
  const sales = await shop.addStaff('sales');
  const stranger = httpClient(shop, 'staff');
  await stranger.signIn(sales.login);
  expect((await stranger.query('customerCodes.list', { companyId })).refusal?.kind).toBe('customer-not-found');
  const { client: viewer } = await signedIn({ companyId, role: 'viewer' });
  expect((await viewer.mutate('codes.put', { skuId, code: 'S2' })).refusal?.kind).toBe('not-permitted');
});
