import type { InferInsertModel } from 'drizzle-orm';
import type { creditAccounts, shop } from '../schema/index.ts';
import { buildCatalogue } from './catalogue/build.ts';
import { changeAnOrder } from './changed-order.ts';
import { at, DAY, midnight } from './clock.ts';
import { buildConversations } from './conversations.ts';
import { buildDemoCarts } from './demo-carts.ts';
import { buildFulfilment } from './fulfilment.ts';
import { buildLots } from './lots.ts';
import { buildMeans } from './means.ts';
import { buildOnlinePayments } from './online-payments.ts';
import { buildCustomers } from './people/customers.ts';
import { buildStaff } from './people/staff.ts';
import { buildSuppliers } from './people/suppliers.ts';
import { planPictures } from './pictures/render.ts';
import { buildPortalLife } from './portal-life.ts';
import { buildPriceVersions } from './price-versions.ts';
import { buildPrices } from './prices.ts';
import { buildPromotions } from './promotions.ts';
import { buildPutBacks } from './put-backs.ts';
import { buildSharing } from './sharing.ts';
import { runYear } from './trade/run-year.ts';
import { buildWarehouses } from './trade/stock-book.ts';
import { buildVisibility } from './visibility.ts';

export type WorldOptions = {
  readonly seed: number;
  readonly now: number;
  readonly passwordHash: string;
  readonly scale: number;
};

/** Every row of the demo company, in memory. */
export const buildWorld = ({ seed, now, passwordHash, scale }: WorldOptions) => {
  const opened = midnight(now - 365 * DAY);
  const suppliers = buildSuppliers(seed, opened);
  const catalogue = buildCatalogue(seed, opened, now, (leaf) => suppliers.of(leaf).row.id);
  const team = buildStaff(seed, opened, passwordHash);
  const customers = buildCustomers(seed, opened, now, team, passwordHash);
  const prices = buildPrices(seed, now, catalogue, customers.list, customers.groupIds);
  const warehouses = buildWarehouses(seed, opened);
  const year = runYear({
    seed,
    opened,
    now,
    scale,
    catalogue,
    suppliers,
    team,
    customers: customers.list,
    prices,
    warehouses,
  });
  const trade = changeAnOrder(seed, now, year);
  const shopRow: InferInsertModel<typeof shop> = {
    id: 1,
    name: { zh: '汇川百货批发', en: 'Huichuan Wholesale' },
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    phone: '400-000-0000',
    origin: { demo: true, seed, createdFor: at(now) },
  };
  const accounts = customers.list.map(
    (customer): InferInsertModel<typeof creditAccounts> => ({
      companyId: customer.row.id,
      creditLimit: customer.limit,
      used: trade.creditUsed(customer.row.id),
      termDays: customer.termDays,
      onHold: customer.habit === 'hold',
      holdReason: customer.habit === 'hold' ? '逾期超过 60 天，暂停账期' : null,
      rating: customer.rating,
      reviewedAt: at(now - DAY * (20 + ((customer.size * 37) % 300))),
      version: 0,
    }),
  );
  const lots = buildLots(seed, now, catalogue, trade);
  return {
    shop: shopRow,
    suppliers: suppliers.list,
    catalogue,
    team,
    customers,
    prices: buildPriceVersions(seed, now, catalogue, team, prices),
    warehouses,
    accounts,
    trade,
    lots,
    putBacks: buildPutBacks(seed, now, trade, lots.balances, new Set(lots.lots.map(({ skuId }) => skuId))),
    sharing: buildSharing(seed, now, trade.stock, warehouses[0]?.id ?? '', customers.groupIds.chain),
    online: buildOnlinePayments(trade.orders, trade.payments),
    visibility: buildVisibility(
      seed,
      now,
      (slug) => catalogue.categories.find((row) => row.slug === slug)?.id,
      customers.groupIds,
    ),
    promotions: buildPromotions(seed, now, catalogue),
    means: buildMeans(seed, now, customers.list),
    carts: buildDemoCarts(seed, now, catalogue, customers.list),
    portal: buildPortalLife(seed, now, catalogue, customers.list, warehouses[0]?.id ?? ''),
    fulfilment: buildFulfilment(
      seed,
      now,
      trade,
      catalogue,
      warehouses[0]?.id ?? '',
      team.rows.find(({ role }) => role === 'warehouse')?.name ?? '仓管',
    ),
    messages: buildConversations(
      seed,
      now,
      trade.orders,
      customers.list,
      (id) => team.rows.find((person) => person.id === id)?.name ?? '销售',
    ),
    pictures: planPictures(seed, catalogue.products),
  };
};
export type World = ReturnType<typeof buildWorld>;
