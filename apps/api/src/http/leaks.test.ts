import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import type { BuyerRole } from '@tradeline/domain/access';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromSchema } from '../testing/from-schema.ts';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';
import { withoutIds } from '../testing/without-ids.ts';
import { listProcedures, type ProcedureEntry } from '../trpc/list-procedures.ts';
import { createApp } from './app.ts';

/**
 * A shop full of canaries. One customer has everything that others must not learn: contract prices, goods that only he
 * sees, codes, lists, addresses, orders, a promotion. Four others ask every procedure of the portal for it, by every id
 * there is, and no canary may be heard.
 */
const CANARY = /QZX[A-Z]+\d/u;
/** Contract price, a discount, cost: nobody else's business. */
const SECRET_NUMBERS = [91_357_024, 913_570, 765_430, 7_191_919];
/** Base price and what a unit of it comes to on an order: for those who are told prices. */
const PRICES = [82_468_135, 824_681];

let shop: Shop;
/** Ids that lead to something of the victim, of staff, or hidden. */
let ids: Record<string, string>;
let open: { skuId: string; productId: string };
const people: Record<string, Awaited<ReturnType<Shop['addBuyer']>>> = {};

beforeAll(async () => {
  shop = await openShop();
  const { db, raw } = shop;
  const victim = await shop.addBuyer();
  const other = await shop.addBuyer();
  const blind = await shop.addBuyer();
  const viewerOwner = await shop.addBuyer();
  const viewer = await shop.addBuyer({ role: 'viewer' satisfies BuyerRole, companyId: viewerOwner.company.id });
  Object.assign(people, { victim, other, blind, viewer, viewerOwner });
  const group = newId();
  await db.insert(schema.customerGroups).values({ id: group, code: 'BLIND', name: { zh: '询价' }, pricesHidden: true });
  await raw`update companies set group_id = ${group} where id = ${blind.company.id}`;
  await raw`update companies set name = 'QZXCOMPANY1', tax_number = 'QZXTAX1', contact_name = 'QZXCONTACT1' where id = ${victim.company.id}`;
  await raw`update buyers set name = 'QZXBUYER1' where id = ${victim.id}`;
  await raw`update addresses set street = 'QZXSTREET1', contact_name = 'QZXRECEIVER1' where company_id = ${victim.company.id}`;
  await raw`update shop set storefront = 'prices-hidden'`;

  open = await shop.addSku({ price: PRICES[0]!, north: 50 });
  const hidden = await shop.addSku({ price: PRICES[0]!, north: 50 });
  const draft = await shop.addSku({ price: PRICES[0]!, north: 50 });
  const [category, brand, supplier] = [newId(), newId(), newId()];
  await db
    .insert(schema.categories)
    .values({ id: category, slug: 'qzx', name: { zh: 'QZXCATEGORY1', en: 'QZXCATEGORY2' } });
  await db.insert(schema.brands).values({ id: brand, slug: 'qzx', name: { zh: 'QZXBRAND1' } });
  await db.insert(schema.suppliers).values({ id: supplier, number: 'QZXSUP1', name: 'QZXSUPPLIER1' });
  await raw`update products set name = '{"zh":"QZX QZXHIDDEN1","en":"QZX QZXHIDDEN2"}', number = 'QZXNUMBER1', category_id = ${category},
    brand_id = ${brand}, keywords = 'QZX QZXWORD1', model = 'QZXMODEL1', tags = '{QZXTAG1}' where id = ${hidden.productId}`;
  await raw`update skus set item_number = 'QZXITEM1', barcode = 'QZXBARCODE1' where id = ${hidden.skuId}`;
  await raw`update products set name = '{"zh":"QZX QZXDRAFT1"}', number = 'QZXDRAFT2', status = 'draft' where id = ${draft.productId}`;
  await raw`update skus set item_number = 'QZXDRAFT3' where id = ${draft.skuId}`;
  await raw`update products set supplier_id = ${supplier}`;
  await raw`update skus set cost = ${SECRET_NUMBERS[3]!}`;
  await db.insert(schema.relatedProducts).values({ productId: open.productId, relatedId: hidden.productId });
  await db.insert(schema.pictures).values({
    id: newId(),
    productId: hidden.productId,
    stem: 'QZXSTEM1',
    widths: [160],
    alt: { zh: 'QZXALT1' },
  });
  const document = newId();
  await db.insert(schema.documents).values({
    id: document,
    productId: hidden.productId,
    name: { zh: 'QZXDOCUMENT1' },
    file: 'QZXFILE1',
    bytes: 10,
  });

  const assortment = newId();
  await db
    .insert(schema.assortments)
    .values({ id: assortment, code: 'QZXCODE1', name: { zh: 'QZXASSORTMENT1' }, effect: 'hide' });
  await db.insert(schema.assortmentAudiences).values([
    { id: newId(), assortmentId: assortment, kind: 'stranger' },
    ...[other, blind, viewer].map(({ company }) => ({
      id: newId(),
      assortmentId: assortment,
      kind: 'company',
      ref: company.id,
    })),
  ]);
  await db
    .insert(schema.assortmentGoods)
    .values({ id: newId(), assortmentId: assortment, kind: 'category', ref: category });

  const contract = newId();
  await db.insert(schema.priceLists).values({
    id: contract,
    code: 'QZXCONTRACT1',
    name: { zh: 'QZXCONTRACT2' },
    kind: 'contract',
    companyId: victim.company.id,
  });
  for (const skuId of [open.skuId, hidden.skuId])
    await db
      .insert(schema.prices)
      .values({ id: newId(), priceListId: contract, skuId, unitPriceE4: unitPriceE4(SECRET_NUMBERS[0]!) });
  const promotion = newId();
  await db.insert(schema.promotions).values({
    id: promotion,
    code: 'QZXPROMO1',
    name: { zh: 'QZXPROMO2' },
    status: 'active',
    definition: {
      id: promotion,
      name: 'QZXPROMO3',
      audience: { companyIds: [victim.company.id] },
      actions: [{ type: 'amount-off-order', amount: minor(SECRET_NUMBERS[2]!) }],
    },
  });

  const list = newId();
  await db.insert(schema.goodsLists).values({
    id: list,
    companyId: victim.company.id,
    buyerId: victim.id,
    kind: 'list',
    name: 'QZXLIST1',
    shared: true,
  });
  await db.insert(schema.goodsListLines).values({ listId: list, skuId: open.skuId });
  await db
    .insert(schema.customerCodes)
    .values({ companyId: victim.company.id, normalised: 'qzxmine1', code: 'QZXMINE1', skuId: open.skuId });
  await db.insert(schema.searches).values({
    companyId: victim.company.id,
    buyerId: victim.id,
    text: 'QZXSEARCH1',
    normalised: 'qzxsearch1',
    results: 1,
  });

  const ordered = await place(shop.deps, victim, [
    { skuId: open.skuId, quantity: 1 },
    { skuId: hidden.skuId, quantity: 1 },
  ]);
  if (!ordered.ok) throw new Error(JSON.stringify(ordered.error));
  await raw`update orders set purchase_order_number = 'QZXPO1', note = 'QZXNOTE1' where id = ${ordered.value.id}`;
  const own = await place(shop.deps, viewerOwner, [{ skuId: open.skuId, quantity: 1 }]);
  if (!own.ok) throw new Error(JSON.stringify(own.error));
  const [cart] = await raw<{ id: string }[]>`select id from carts where company_id = ${victim.company.id}`;
  ids = {
    nothing: newId(),
    hiddenProduct: hidden.productId,
    hiddenSku: hidden.skuId,
    draftProduct: draft.productId,
    draftSku: draft.skuId,
    hiddenCategory: category,
    hiddenBrand: brand,
    order: ordered.value.id,
    cart: cart!.id,
    list,
    address: victim.addressId,
    company: victim.company.id,
    buyer: victim.id,
    document,
    assortment,
    priceList: contract,
    promotion,
    openProduct: open.productId,
    openSku: open.skuId,
    ownOrder: own.value.id,
  };
}, 60_000);
afterAll(() => shop.close());

/** Tell nothing but what was sent: they open and end sessions, and would end the walker's own. */
const SESSIONS = ['session.signIn', 'session.signOut'];
/** Values that a schema cannot describe, by name of the property. */
const named = {
  sort: undefined,
  expectedVersion: 1,
  version: 1,
  lastEventId: '1',
  phone: '13800000000',
  // A country whose places nobody checks.
  country: 'US',
};
const walked = (): ProcedureEntry[] =>
  listProcedures().filter(
    (entry) => entry.router === 'buyer' && entry.kind !== 'subscription' && !SESSIONS.includes(entry.path),
  );
const takesId = (entry: ProcedureEntry): boolean => JSON.stringify(entry.input ?? '').includes('"uuid"');

type Client = ReturnType<typeof httpClient>;
const ask = async (client: Client, entry: ProcedureEntry, id: string, all: boolean) => {
  const input = entry.input ? fromSchema(entry.input, { id, text: 'QZX', all, named }) : undefined;
  const answer = await client[entry.kind === 'query' ? 'query' : 'mutate'](entry.path, input);
  return { input, answer, text: JSON.stringify([answer.data, answer.error]) };
};

const heard = (text: string, numbers: readonly number[]): string[] => {
  const plain = withoutIds(text);
  const found = CANARY.exec(plain);
  return [
    ...(found ? [plain.slice(Math.max(0, found.index - 60), found.index + 40)] : []),
    ...numbers.filter((n) => new RegExp(`(?<!\\d)${n}(?!\\d)`, 'u').test(plain)).map(String),
  ];
};

const walkers = [
  { who: 'another company', person: 'other', numbers: SECRET_NUMBERS },
  { who: 'a company whose prices are hidden', person: 'blind', numbers: [...SECRET_NUMBERS, ...PRICES] },
  { who: 'a clerk whose role is not told prices', person: 'viewer', numbers: [...SECRET_NUMBERS, ...PRICES] },
  { who: 'a stranger', person: undefined, numbers: [...SECRET_NUMBERS, ...PRICES] },
] as const;

const clientOf = async (person: string | undefined): Promise<Client> => {
  const client = httpClient(shop, 'buyer');
  if (person) await client.signIn(people[person]!.login);
  return client;
};

describe.each(walkers)('$who', ({ person, numbers }) => {
  test('hears no canary from any procedure, whatever id is asked for', async () => {
    const client = await clientOf(person);
    const leaks: unknown[] = [];
    for (const entry of walked())
      for (const [name, id] of Object.entries(takesId(entry) ? ids : { nothing: ids.nothing! }))
        for (const all of takesId(entry) ? [true] : [false, true]) {
          const { input, answer, text } = await ask(client, entry, id, all);
          const found = heard(text, numbers);
          if (found.length > 0) leaks.push({ procedure: entry.path, by: name, input, found });
          expect([entry.path, input, answer.status]).not.toEqual([entry.path, input, 500]);
        }
    expect(leaks).toEqual([]);
  }, 120_000);

  test('is told the same of what is hidden or somebody else’s as of what does not exist', async () => {
    const client = await clientOf(person);
    const foreign = Object.entries(ids).filter(([name]) => !/^open|^own|^nothing/u.test(name));
    const differ: unknown[] = [];
    for (const entry of walked().filter(takesId)) {
      const plain = async (id: string) => {
        // Asking so often in a second is refused in itself, which would say nothing of what was asked for.
        await shop.raw`delete from rate_limits`;
        const { answer } = await ask(client, entry, id, false);
        const fields = answer.error ? JSON.stringify(answer.refusal ?? answer.error) : 'done';
        return `${answer.status} ${withoutIds(fields)}`;
      };
      // How often one may ask hangs on the clock, not on what is asked for.
      await shop.raw`delete from rate_limits`;
      const missing = await plain(newId());
      for (const [name, id] of foreign) {
        const is = await plain(id);
        if (is !== missing) differ.push({ procedure: entry.path, by: name, is, missing });
      }
    }
    expect(differ).toEqual([]);
  }, 120_000);
});

test('the walk reaches every procedure: each accepts what is made from its schema', async () => {
  const client = await clientOf('victim');
  const refused: unknown[] = [];
  for (const entry of walked()) {
    const { input, answer } = await ask(client, entry, ids.nothing!, true);
    const fields = (answer.error as { data?: { fields?: unknown } } | undefined)?.data?.fields;
    if (fields) refused.push({ procedure: entry.path, input, fields });
  }
  expect(refused).toEqual([]);
});

test('the canaries sing: the customer they are made for hears them', async () => {
  const client = await clientOf('victim');
  const texts: string[] = [];
  for (const entry of walked().filter((each) => each.kind === 'query'))
    for (const id of takesId(entry) ? Object.values(ids) : [ids.nothing!])
      texts.push((await ask(client, entry, id, false)).text);
  const all = texts.join('\n');
  for (const canary of ['QZXHIDDEN1', 'QZXITEM1', 'QZXCATEGORY1', 'QZXBRAND1', 'QZXSTREET1', 'QZXPO1'])
    expect(all).toContain(canary);
  for (const price of SECRET_NUMBERS.slice(0, 3)) expect(withoutIds(all)).toContain(String(price));
});

test('every door of the portal beside the procedures is known here, so that a new one is looked at', () => {
  const app = createApp(shop.deps, { audience: 'buyer', secure: false, isReady: async () => true });
  const doors = new Set(
    app.routes.filter((route) => route.path !== '/*' && route.path !== '*').map((route) => route.path),
  );
  expect([...doors].toSorted()).toEqual([
    // Papers, files and sheets of orders: documents.test.ts, order-files.test.ts and messages.test.ts ask them as strangers.
    '/documents/*',
    '/documents/orders',
    '/documents/orders/:order/confirmation.pdf',
    '/documents/orders/:order/files/:file',
    '/documents/orders/:order/parcels/:parcel/delivery-note.pdf',
    // For staff alone: there is none among those who come in by the portal.
    '/documents/orders/:order/parcels/:parcel/label.pdf',
    '/documents/orders/:order/returns/:return/credit-note.pdf',
    '/documents/picking/:list/:paper{(pick-list|labels).pdf}',
    '/files/*',
    '/healthz',
    // Hear of payments, and answer nothing but that they were heard.
    '/notify/alipay',
    // Hears of parcels, signed like those of payments.
    '/notify/carrier',
    '/notify/wechat',
    '/procedures.json',
    '/readyz',
    '/trpc/*',
    '/uploads/*',
    '/uploads/:purpose',
  ]);
});
