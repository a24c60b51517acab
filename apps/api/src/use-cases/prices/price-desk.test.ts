import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { priceListStore, priceVersionStore } from '@tradeline/db/stores';
import { fromMillis } from '@tradeline/domain/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { readyToPlace } from '../../testing/place.ts';
import type { Staff } from '../../trpc/context.ts';
import { viewCart } from '../cart/view-cart.ts';
import type { PriceActor } from './actor.ts';
import { copyPrices, previewCopy } from './copy-prices.ts';
import { diffVersions } from './diff-versions.ts';
import { discardDraft, editDraft } from './edit-draft.ts';
import { explainPrice } from './explain-price.ts';
import { priceSheet } from './price-sheet.ts';
import { publishDraft } from './publish-draft.ts';
import { rollBack, viewUndo } from './roll-back.ts';
import { changeList, createList, switchList } from './save-list.ts';
import { saveSettings } from './save-settings.ts';
import { runWhatIf, viewWhatIf, whatIfCustomers, whatIfDetails, whatIfSkus } from './view-what-if.ts';

let shop: Shop;
let [admin, other] = [] as unknown as [Staff, Staff];
beforeAll(async () => {
  shop = await openShop({ pool: 12 });
  [admin, other] = [await shop.addStaff('administrator'), await shop.addStaff('marketing')];
});
afterAll(async () => {
  expect(await shop.broken()).toEqual({});
  await shop.close();
});

const as = (staff: Staff): PriceActor => ({ id: staff.id, name: staff.name, role: staff.role, requestId: 'test' });
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { kind: string } }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const terms = {
  name: { zh: '测试价' },
  companyId: null,
  groupId: null,
  level: null,
  channel: null,
  priority: 0,
  validFrom: null,
  validTo: null,
  note: null,
};
let serial = 0;
const newList = async (more: Partial<Parameters<typeof createList>[2]> = {}) =>
  value(await createList(shop.deps, as(admin), { ...terms, kind: 'base', priority: 1, code: `L${++serial}`, ...more }))
    .id;
const draftOf = async (listId: string, prices: [string, number, number | null][], staff = admin) =>
  value(
    await editDraft(shop.deps, as(staff), {
      listId,
      wanted: prices.map(([skuId, minQuantity, afterE4]) => ({ skuId, minQuantity, afterE4 })),
      forgotten: [],
    }),
  ).versionId;
const seen = async (versionId: string) => {
  const draft = await priceVersionStore.find(shop.db, versionId);
  const list = await priceListStore.find(shop.db, draft!.priceListId);
  return { versionId, revision: draft!.revision, listVersion: list!.version };
};
const publish = async (versionId: string, staff = admin) => publishDraft(shop.deps, as(staff), await seen(versionId));
const priceNow = async (listId: string, skuId: string) =>
  (await priceVersionStore.current(shop.db, listId))
    .filter((price) => (price.skuId as string) === skuId)
    .map(({ minQuantity, unitPriceE4 }) => [minQuantity, unitPriceE4])
    .sort((a, b) => a[0]! - b[0]!);
const kinds = (results: { ok: boolean; error?: { kind: string } }[]) =>
  results.map((r) => (r.ok ? 'ok' : r.error?.kind)).sort();

describe('a draft', () => {
  test('holds back what it says until it is published, then carts pay it at once', async () => {
    const { skuId } = await shop.addSku({ price: 100_000, north: 50 });
    const buyer = await shop.addBuyer();
    await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 2 }]);
    const listId = await newList();
    const total = async () => {
      const { pricing } = await viewCart(shop.deps, buyer);
      return pricing?.prices.filter((price) => (price.skuId as string) === skuId).length;
    };
    const versionId = await draftOf(listId, [[skuId, 1, 80_000]]);
    expect(await total()).toBe(1);
    expect(await publish(versionId)).toMatchObject({ ok: true, value: { number: 1, added: 1 } });
    expect(await total()).toBe(2);
    expect(await priceNow(listId, skuId)).toEqual([[1, 80_000]]);
    const events = await shop.db.select().from(schema.outbox);
    expect(events.some(({ type, aggregateId }) => type === 'prices.published' && aggregateId === listId)).toBe(true);
  });

  test('says nothing of a price that is set to what it is, and can be emptied, noted and discarded', async () => {
    const [a, listId] = [await shop.addSku(), await newList()];
    await publish(await draftOf(listId, [[a.skuId, 1, 90_000]]));
    const versionId = await draftOf(listId, [[a.skuId, 1, 95_000]]);
    const back = await editDraft(shop.deps, as(admin), {
      listId,
      versionId,
      wanted: [{ skuId: a.skuId, minQuantity: 1, afterE4: 90_000 }],
      forgotten: [],
    });
    expect(value(back).changes).toBe(0);
    expect(await publish(versionId)).toEqual({ ok: false, error: { kind: 'price-draft-empty' } });
    value(await discardDraft(shop.deps, as(admin), versionId));
    expect(await discardDraft(shop.deps, as(admin), versionId)).toMatchObject({
      error: { kind: 'price-draft-closed', state: 'discarded' },
    });
  });

  test('names goods that do not exist', async () => {
    const unknown = newId();
    expect(
      await editDraft(shop.deps, as(admin), {
        listId: await newList(),
        wanted: [{ skuId: unknown, minQuantity: 1, afterE4: 1 }],
        forgotten: [],
      }),
    ).toEqual({ ok: false, error: { kind: 'sku-not-found', skuId: unknown } });
  });
});

describe('publishing', () => {
  test('two publishers of one list: one wins, the other is told of the version that came first', async () => {
    const [a, listId] = [await shop.addSku(), await newList()];
    for (let round = 0; round < 5; round++) {
      const drafts = [
        await draftOf(listId, [[a.skuId, 1, 10_000 + round]]),
        await draftOf(listId, [[a.skuId, 1, 20_000 + round]]),
      ];
      const wishes = await Promise.all(drafts.map(seen));
      const results = await Promise.all(wishes.map((wish) => publishDraft(shop.deps, as(admin), wish)));
      expect(kinds(results)).toEqual(['ok', 'price-list-moved-on']);
    }
    expect((await priceListStore.find(shop.db, listId))?.version).toBe(5);
  });

  test('one draft published twice at once is published once', async () => {
    const [a, listId] = [await shop.addSku(), await newList()];
    const wish = await seen(await draftOf(listId, [[a.skuId, 1, 30_000]]));
    const results = await Promise.all([1, 2, 3].map(() => publishDraft(shop.deps, as(admin), wish)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await priceListStore.find(shop.db, listId))?.version).toBe(1);
  });

  test('publishing while somebody edits: what is published is what the publisher saw, or nothing', async () => {
    const [a, b, listId] = [await shop.addSku(), await shop.addSku(), await newList()];
    for (let round = 0; round < 6; round++) {
      const versionId = await draftOf(listId, [[a.skuId, 1, 40_000 + round]]);
      const wish = await seen(versionId);
      const [published, edited] = await Promise.all([
        publishDraft(shop.deps, as(admin), wish),
        editDraft(shop.deps, as(other), {
          listId,
          versionId,
          wanted: [{ skuId: b.skuId, minQuantity: 1, afterE4: 50_000 + round }],
          forgotten: [],
        }),
      ]);
      expect([kinds([published]), kinds([edited])]).toEqual(
        published.ok ? [['ok'], ['price-draft-closed']] : [['price-draft-moved-on'], ['ok']],
      );
      expect((await priceVersionStore.changes(shop.db, versionId)).length).toBe(published.ok ? 1 : 2);
    }
  });

  test('with four eyes an author is refused and told who may', async () => {
    const [a, listId] = [await shop.addSku(), await newList()];
    await saveSettings(shop.deps, as(admin), { fourEyes: true, minMargin: '0' });
    const versionId = await draftOf(listId, [[a.skuId, 1, 60_000]]);
    const refused = await publish(versionId);
    expect(refused).toMatchObject({ error: { kind: 'price-four-eyes', may: [other.name] } });
    expect(await publish(versionId, other)).toMatchObject({ ok: true });
    await saveSettings(shop.deps, as(admin), { fourEyes: false, minMargin: '0' });
  });
});

describe('versions', () => {
  test('a rollback undoes what no later version decided, and names the rest', async () => {
    const [a, b, listId] = [await shop.addSku(), await shop.addSku(), await newList()];
    await publish(
      await draftOf(listId, [
        [a.skuId, 1, 10_000],
        [b.skuId, 1, 10_000],
        [b.skuId, 10, 9_000],
      ]),
    );
    const second = await draftOf(listId, [
      [a.skuId, 1, 20_000],
      [b.skuId, 1, 20_000],
      [b.skuId, 10, null],
    ]);
    await publish(second);
    await publish(await draftOf(listId, [[a.skuId, 1, 30_000]]));
    expect(value(await viewUndo(shop.deps, second))).toMatchObject({
      number: 2,
      changes: 2,
      conflicts: 1,
      told: [{ skuId: a.skuId, by: 3, currentE4: 30_000, formerE4: 10_000 }],
    });
    const undo = value(await rollBack(shop.deps, as(admin), second));
    expect(await publish(undo.versionId)).toMatchObject({ ok: true, value: { number: 4, added: 1, changed: 1 } });
    expect(await priceNow(listId, b.skuId)).toEqual([
      [1, 10_000],
      [10, 9_000],
    ]);
    expect(await priceNow(listId, a.skuId)).toEqual([[1, 30_000]]);
    const page = { page: 1, size: 50 };
    const diff = value(await diffVersions(shop.deps, { listId, from: 1, to: 4 }, page));
    expect(diff.rows).toMatchObject([{ skuId: a.skuId, beforeE4: 10_000, afterE4: 30_000 }]);
    const backward = value(await diffVersions(shop.deps, { listId, from: 4, to: 1 }, page));
    expect(backward.rows).toMatchObject([{ skuId: a.skuId, beforeE4: 30_000, afterE4: 10_000 }]);
    expect(await diffVersions(shop.deps, { listId, from: 1, to: 9 }, page)).toMatchObject({
      error: { kind: 'price-version-not-found' },
    });
    expect(await rollBack(shop.deps, as(admin), second)).toMatchObject({
      error: { kind: 'price-nothing-to-undo', number: 2 },
    });
  });
});

describe('lists', () => {
  test('a list names whom it is for, its code is its own, and an older copy of it is not saved over a newer one', async () => {
    expect(await createList(shop.deps, as(admin), { ...terms, kind: 'group', code: 'G' })).toMatchObject({
      error: { kind: 'price-list-audience', missing: 'group' },
    });
    const id = await newList({ code: 'TWICE' });
    expect(await createList(shop.deps, as(admin), { ...terms, kind: 'base', code: 'TWICE' })).toMatchObject({
      error: { kind: 'price-list-code-taken', code: 'TWICE' },
    });
    const results = await Promise.all(
      ['甲', '乙'].map((zh) => changeList(shop.deps, as(admin), id, 1, { ...terms, name: { zh } })),
    );
    expect(kinds(results)).toEqual(['ok', 'price-list-edited']);
    const window = { validFrom: fromMillis(2_000), validTo: fromMillis(2_000) };
    expect(await changeList(shop.deps, as(admin), id, 2, { ...terms, ...window })).toMatchObject({
      error: { kind: 'price-list-window' },
    });
  });

  test('a copy by formula goes into a draft, goods without a cost are counted, and tiers the source has not are taken off', async () => {
    const [a, b] = [await shop.addSku(), await shop.addSku()];
    const source = await newList({ priority: -5 });
    await publish(
      await draftOf(source, [
        [a.skuId, 1, 123_400],
        [a.skuId, 10, 110_000],
        [b.skuId, 1, 100_000],
      ]),
    );
    const target = await newList({ priority: -6 });
    await publish(await draftOf(target, [[a.skuId, 5, 1_000]]));
    const grid = { everyE4: 10_000, endingE4: 9_000, direction: 'nearest' as const };
    const wish = { sourceId: source, formula: { basis: 'price' as const, percent: '5', grid }, tiers: 'all' as const };
    expect(value(await previewCopy(shop.deps, wish))).toMatchObject({ prices: 3, untouched: 0, raised: 0 });
    const copied = value(await copyPrices(shop.deps, as(admin), wish, { kind: 'draft', listId: target }));
    expect(await priceNow(target, a.skuId)).toEqual([[5, 1_000]]);
    expect(await publish(copied.versionId)).toMatchObject({ value: { added: 3, removed: 1 } });
    expect(await priceNow(target, a.skuId)).toEqual([
      [1, 129_000],
      [10, 119_000],
    ]);
    const onCost = { ...wish, formula: { basis: 'cost' as const, margin: '20' } };
    expect(value(await previewCopy(shop.deps, onCost))).toMatchObject({ prices: 0, refused: { 'no-cost': 3 } });
    expect(await previewCopy(shop.deps, { ...wish, formula: { basis: 'price', percent: 'much' } })).toMatchObject({
      error: { kind: 'formula-invalid', field: 'percent' },
    });
  });
});

describe('what a change would do', () => {
  test('customers, goods, carts and margins are told before publishing, as they are afterwards', async () => {
    const { skuId } = await shop.addSku({ price: 100_000, north: 50 });
    const [buyer, loyal] = [await shop.addBuyer(), await shop.addBuyer()];
    await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 3 }]);
    const own = await newList({ kind: 'customer', companyId: loyal.company.id });
    await publish(await draftOf(own, [[skuId, 1, 70_000]]));
    const list = await newList({ priority: 9 });
    const versionId = await draftOf(list, [
      [skuId, 1, 110_000],
      [skuId, 10, 120_000],
    ]);
    const subject = { kind: 'draft', versionId } as const;
    expect(value(await runWhatIf(shop.deps, as(admin), subject))).toEqual({ jobId: null, skus: 1 });
    const told = value(await viewWhatIf(shop.deps, subject));
    expect(told).toMatchObject({
      stale: false,
      warnings: { inverted: 1, lost: 0 },
      carts: { count: 1, before: 3_000, after: 3_300 },
      counts: { skus: 1, touched: 1, moved: 0 },
    });
    const customers = value(await whatIfCustomers(shop.deps, subject, { page: 1, size: 100 })).rows;
    expect(customers.find(({ id }) => id === buyer.company.id)).toMatchObject({ dearer: 1, cartAfter: 3_300 });
    expect(customers.some(({ id }) => id === loyal.company.id)).toBe(false);
    expect(value(await whatIfSkus(shop.deps, subject, 'inverted', { page: 1, size: 9 })).rows).toMatchObject([
      { id: skuId, beforeE4: 100_000, afterE4: 110_000, invertedFrom: 10 },
    ]);
    const page = { page: 1, size: 10 };
    const details = value(await whatIfDetails(shop.deps, subject, { ...page, companyId: buyer.company.id })).rows;
    expect(details[0]?.effects[0]?.steps).toMatchObject([
      { quantity: 1, beforeE4: 100_000, afterE4: 110_000 },
      { quantity: 10, beforeE4: 100_000, afterE4: 120_000 },
    ]);
    await publish(versionId);
    const why = async (companyId: string, quantity: number) =>
      value(await explainPrice(shop.deps, admin, { companyId, skuId, quantity })).price?.unitPriceE4;
    expect(await why(buyer.company.id, 1)).toBe(110_000);
    expect(await why(buyer.company.id, 10)).toBe(120_000);
    expect(await why(loyal.company.id, 10)).toBe(70_000);
    const sheet = value(await priceSheet(shop.deps, admin, { companyId: loyal.company.id }, { page: 1, size: 100 }));
    expect(sheet.rows.find((row) => row.id === skuId)?.steps).toMatchObject([{ unitPriceE4: 70_000, listId: own }]);
    const off = { kind: 'switch', listId: list } as const;
    value(await runWhatIf(shop.deps, as(admin), off));
    expect(value(await viewWhatIf(shop.deps, off))).toMatchObject({ carts: { before: 3_300, after: 3_000 } });
    value(await switchList(shop.deps, as(admin), list, false));
    expect(await why(buyer.company.id, 10)).toBe(100_000);
    expect(value(await viewWhatIf(shop.deps, off))).toMatchObject({ stale: true });
  });

  test('a price of the past is what was published then, and every other one has its reason', async () => {
    const { skuId } = await shop.addSku({ price: null });
    const buyer = await shop.addBuyer();
    const listId = await newList({ priority: -20 });
    await publish(await draftOf(listId, [[skuId, 1, 10_000]]));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const between = fromMillis(Date.now());
    await new Promise((resolve) => setTimeout(resolve, 20));
    await publish(
      await draftOf(listId, [
        [skuId, 1, 20_000],
        [skuId, 10, 15_000],
      ]),
    );
    const ask = async (at?: typeof between) =>
      value(await explainPrice(shop.deps, admin, { companyId: buyer.company.id, skuId, quantity: 2, at }));
    expect((await ask()).price?.unitPriceE4).toBe(20_000);
    expect((await ask(between)).price?.unitPriceE4).toBe(10_000);
    expect((await ask(fromMillis(Date.parse('2020-01-01')))).price).toBeNull();
    expect((await ask()).considered.map(({ reason }) => reason).sort()).toEqual(['below-minimum-quantity', 'chosen']);
  });
});
