import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { stockStore } from '@tradeline/db/stores';
import { testDatabase } from '@tradeline/db/testing';
import { allows, type BuyerRole, type StaffRole } from '@tradeline/domain/access';
import type { BuyerId, CompanyId, StaffId } from '@tradeline/domain/kernel';
import { fromMillis } from '@tradeline/domain/kernel';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import { pino } from 'pino';
import { fakeMail } from '../adapters/mail/fake.ts';
import { fakeGateway } from '../adapters/payment/fake.ts';
import { fakeSms } from '../adapters/sms/fake.ts';
import { folderStorage } from '../adapters/storage/folder.ts';
import { hashPassword } from '../auth/password.ts';
import { createSessions } from '../auth/sessions.ts';
import type { Deps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { startDispatcher } from '../events/dispatch.ts';
import { startOrderFlow } from '../events/order-flow.ts';
import { startLiveHub } from '../live/hub.ts';
import { startStreamGuard } from '../live/stream-guard.ts';
import { openSearchIndex } from '../search/engine.ts';
import { openSearchLog } from '../search/search-log.ts';
import type { Buyer, Staff } from '../trpc/context.ts';

export const PASSWORD = 'correct horse battery';

/** A small real shop on a database of its own: two warehouses, goods with tiers, customers, staff. */
export const openShop = async (
  options: { pool?: number; connection?: Awaited<ReturnType<typeof testDatabase>> } = {},
) => {
  const connection = options.connection ?? (await testDatabase(options.pool ?? 10));
  const { db, raw } = connection;
  const log = pino({ level: 'silent' });
  const now = () => fromMillis(Date.now());
  const live = await startLiveHub(db, raw, log);
  const dispatcher = await startDispatcher(db, raw, log);
  const folder = mkdtempSync(join(tmpdir(), 'tradeline-files-'));
  mkdirSync(join(folder, 'files'));
  const deps: Deps = {
    search: openSearchIndex({ db, raw }, log),
    searchLog: openSearchLog(db, log),
    mail: fakeMail(),
    sms: fakeSms(),
    addresses: { portal: 'https://portal.test', console: 'https://console.test' },
    payments: { wechat: fakeGateway(), alipay: fakeGateway() },
    db,
    raw,
    log,
    now,
    live,
    streams: startStreamGuard(db, log),
    storage: folderStorage({ public: join(folder, 'files'), private: join(folder, 'private') }),
    env: readEnv({
      DATABASE_URL: connection.url,
      ORDER_LIMIT_PER_MINUTE: '100000',
      FILES_DIR: join(folder, 'files'),
    }),
    sessions: {
      buyer: createSessions(db, 'buyer', { secure: false, now }),
      staff: createSessions(db, 'staff', { secure: false, now }),
    },
  };
  const orderFlow = await startOrderFlow(deps);
  const passwordHash = await hashPassword(PASSWORD);
  const [north, south] = [newId(), newId()];
  await db.insert(schema.shop).values({ name: { zh: '测试批发', en: 'Test Wholesale' } });
  await db.insert(schema.warehouses).values([
    { id: north, code: 'N', name: { zh: '北仓', en: 'North' }, priority: 1 },
    { id: south, code: 'S', name: { zh: '南仓', en: 'South' }, priority: 2 },
  ]);
  const categoryId = newId();
  await db.insert(schema.categories).values({ id: categoryId, slug: 'tools', name: { zh: '工具', en: 'Tools' } });
  const baseList = newId();
  await db
    .insert(schema.priceLists)
    .values({ id: baseList, code: 'BASE', name: { zh: '标准价', en: 'Base' }, kind: 'base' });

  let serial = 0;
  /** Goods with a price (or without: null), units in the north and south warehouse, and quantity rules. */
  const addSku = async (
    wish: { price?: number | null; north?: number; south?: number; min?: number; multiple?: number } = {},
  ) => {
    const n = ++serial;
    const [productId, skuId] = [newId(), newId()];
    await db
      .insert(schema.products)
      .values({ id: productId, number: `P${n}`, name: { zh: `扳手 ${n}`, en: `Wrench ${n}` }, categoryId });
    await db.insert(schema.skus).values({
      id: skuId,
      productId,
      itemNumber: `W-${n}`,
      unit: { zh: '把', en: 'pc' },
      minQuantity: wish.min ?? 1,
      multiple: wish.multiple ?? 1,
    });
    if (wish.price !== null)
      await db
        .insert(schema.prices)
        .values({ id: newId(), priceListId: baseList, skuId, unitPriceE4: unitPriceE4(wish.price ?? 125_000) });
    await db.insert(schema.stock).values([
      { skuId, warehouseId: north },
      { skuId, warehouseId: south },
    ]);
    const receipts = [
      { warehouseId: north, quantity: wish.north ?? 0 },
      { warehouseId: south, quantity: wish.south ?? 0 },
    ].filter(({ quantity }) => quantity > 0);
    const received = await stockStore.move(
      db,
      receipts.map((r) => ({
        skuId,
        ...r,
        kind: 'receive' as const,
        cause: { type: 'opening', id: `${skuId}:${r.warehouseId}` },
        actor: 'test',
      })),
    );
    if (!received) throw new Error('opening stock refused');
    return { skuId, productId };
  };

  /** A company with one buyer, one address and, on wish, credit. */
  const addBuyer = async (
    wish: { role?: BuyerRole; creditLimit?: number; termDays?: number; companyId?: CompanyId } = {},
  ): Promise<Buyer & { addressId: string }> => {
    const n = ++serial;
    const companyId = wish.companyId ?? newId<CompanyId>();
    const [buyerId, addressId] = [newId<BuyerId>(), newId()];
    const number = `C${n}`;
    if (!wish.companyId) {
      await db.insert(schema.companies).values({ id: companyId, number, name: `客户 ${n}` });
      await db
        .insert(schema.creditAccounts)
        .values({ companyId, creditLimit: minor(wish.creditLimit ?? 0), termDays: wish.termDays ?? 30 });
    }
    await db.insert(schema.buyers).values({
      id: buyerId,
      companyId,
      login: `buyer${n}`,
      name: `买手 ${n}`,
      role: wish.role ?? 'owner',
      passwordHash,
    });
    await db.insert(schema.addresses).values({
      id: addressId,
      companyId,
      contactName: '王五',
      phone: '13800000000',
      street: '文一路 1 号',
      city: '杭州',
    });
    return {
      id: buyerId,
      name: `买手 ${n}`,
      login: `buyer${n}`,
      phone: null,
      role: wish.role ?? 'owner',
      locale: 'zh-CN',
      sessionId: '',
      seesPrices: allows({ audience: 'buyer', roles: [wish.role ?? 'owner'] }, 'catalog.read-price') !== undefined,
      stock: { display: 'exact', byWarehouse: false },
      addressId,
      company: {
        id: companyId,
        number,
        name: `客户 ${n}`,
        status: 'active',
        groupId: null,
        level: 'ordinary',
        region: null,
      },
    };
  };

  const addStaff = async (role: StaffRole): Promise<Staff> => {
    const n = ++serial;
    const id = newId<StaffId>();
    await db.insert(schema.staff).values({ id, login: `${role}${n}`, name: `${role} ${n}`, role, passwordHash });
    return { id, name: `${role} ${n}`, login: `${role}${n}`, role, locale: 'zh-CN', sessionId: '' };
  };

  /** Rows that must not be, by view; empty when every promise is kept. */
  const broken = async (): Promise<Record<string, unknown[]>> => {
    const views = await raw<
      { name: string }[]
    >`select viewname as name from pg_views where viewname like 'inv\\_%' order by 1`;
    const found: Record<string, unknown[]> = {};
    for (const { name } of views) {
      const rows = await raw`select * from ${raw(name)} limit 3`;
      if (rows.length > 0) found[name] = [...rows];
    }
    return found;
  };

  const close = async (): Promise<void> => {
    deps.streams.stop();
    await live.stop();
    await deps.search.stop();
    await deps.searchLog.flush();
    await dispatcher.stop();
    await orderFlow.stop();
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    deps,
    db,
    raw,
    addSku,
    addBuyer,
    addStaff,
    broken,
    close,
    warehouses: { north, south },
    url: connection.url,
  };
};

export type Shop = Awaited<ReturnType<typeof openShop>>;
