import type { Call } from '../harness/call.ts';
import type { Facts, OrderKind } from '../harness/facts.ts';
import { placeCall } from './place.ts';

/** What a workload must reach on two cores that server, database and client share. */
export type Bars = {
  perSecondAt32?: number;
  p95MsAt8?: number;
  p95MsAt32?: number;
  statements?: number;
  transactionTrips?: number;
  ofFloor?: number;
  cpuOfPingAndFloor?: number;
};
export type Workload = {
  name: string;
  title: string;
  bars: Bars;
  /** The n-th call of a run; undefined when there is nothing left to do. */
  call: (n: number, facts: Facts) => Call | undefined;
  /** Longer than usual where many different answers are asked for before one comes again. */
  warmSeconds?: number;
  /** How many calls warm up the counted server, and how many are recorded for the floor; few where one takes long. */
  recorded?: { warm: number; keep: number };
  /** Set where a call can be made once only: which carts it uses up. */
  uses?: OrderKind;
};

/** Spreads consecutive numbers over a range, so that neighbours in time are no neighbours in the data. */
const spread = (n: number, range: number): number => (n * 7919 + 13) % range;
const pick = <T>(n: number, all: readonly T[]): T => all[spread(n, all.length)]!;
/** Buyers of every kind, also those who are shown a part of the goods. */
const reader = (n: number, facts: Facts): number => n % facts.readers;
/** Buyers who are shown everything. */
const orderer = (n: number, facts: Facts): number => facts.readers + (n % facts.tenth.length);

/** What people type: nouns, brand and noun, pinyin, initials, part of a number, a slip. */
const TEXTS = [
  '保温杯',
  '螺丝刀',
  '充电宝',
  '插排',
  '卷尺',
  '中性笔',
  'baowenbei',
  'bwb',
  '1000',
  '文件夹',
  '蓝色 T恤',
  '手套',
  'screwdriver',
  '保问杯',
  '不锈钢',
  '雨伞',
] as const;
const TYPED = ['保', '保温', '保温杯', '螺', '螺丝', '充电', 'bao', 'baow', '1001', '手', '中性', 'cup'] as const;

const place =
  (kind: OrderKind) =>
  (n: number, facts: Facts): Call | undefined => {
    const waiting = facts.orders[kind][n];
    return waiting && placeCall(waiting);
  };

const daysAgo = (days: number): string =>
  new Date(Math.floor(Date.now() / 86_400_000 - days) * 86_400_000).toISOString();

export const workloads: readonly Workload[] = [
  { name: 'ping', title: 'Answer of the HTTP layer alone', bars: {}, call: () => ({ audience: 'ping' }) },
  {
    name: 'catalogue',
    title: 'Catalogue page of 24, my prices and stock',
    bars: { perSecondAt32: 400, p95MsAt8: 60, statements: 4, cpuOfPingAndFloor: 3 },
    warmSeconds: 12,
    call: (n, facts) => ({
      audience: 'buyer',
      session: reader(n, facts),
      path: 'catalog.search',
      input: { category: pick(n, facts.categories), page: 1 + (n % 3), size: 24 },
    }),
  },
  {
    name: 'search',
    title: 'Search by words, with facets',
    bars: { perSecondAt32: 150, p95MsAt8: 100 },
    call: (n, facts) => ({
      audience: 'buyer',
      session: reader(n, facts),
      path: 'catalog.search',
      input: { text: TEXTS[n % TEXTS.length], page: 1, size: 24 },
    }),
  },
  {
    name: 'suggest',
    title: 'Suggestions while typing',
    bars: { p95MsAt8: 30 },
    warmSeconds: 8,
    call: (n, facts) => ({
      audience: 'buyer',
      session: reader(n, facts),
      path: 'catalog.suggest',
      input: { text: TYPED[n % TYPED.length] },
    }),
  },
  {
    name: 'product',
    title: 'Product page',
    bars: { perSecondAt32: 600, p95MsAt8: 40 },
    call: (n, facts) => ({
      audience: 'buyer',
      session: orderer(n, facts),
      path: 'catalog.product',
      input: { id: pick(n, facts.products) },
    }),
  },
  {
    name: 'cart-line',
    title: 'A tenth line into a cart, and its totals under 20 promotions',
    bars: { perSecondAt32: 400 },
    call: (n, facts) => ({
      audience: 'buyer',
      session: orderer(n, facts),
      path: 'cart.change',
      changes: true,
      input: { mode: 'set', lines: [{ skuId: facts.tenth[n % facts.tenth.length], quantity: 12 + 12 * (n % 5) }] },
    }),
  },
  {
    name: 'place-order',
    title: 'Order of 5 lines over 1,000 SKUs: promotions, points, credit, stock',
    bars: { perSecondAt32: 150, p95MsAt32: 300, transactionTrips: 8, ofFloor: 0.5 },
    call: place('spread'),
    uses: 'spread',
  },
  {
    name: 'place-hot',
    title: 'The same with one SKU in every order',
    bars: { perSecondAt32: 120 },
    call: place('hot'),
    uses: 'hot',
  },
  {
    name: 'order-list',
    title: 'Order list of the console, 100,000 orders, with filters and counts',
    bars: { p95MsAt8: 100 },
    recorded: { warm: 16, keep: 16 },
    call: (n) => ({
      audience: 'staff',
      session: n,
      path: 'orders.list',
      input: [
        { page: 1, size: 50 },
        { page: 1 + (n % 20), size: 50, statuses: ['delivered'] },
        { page: 1, size: 50, from: daysAgo(30), sort: 'total-desc' },
        { page: 1, size: 50, text: `SO20${String(n % 10_000).padStart(4, '0')}` },
      ][n % 4],
    }),
  },
  {
    name: 'stock-list',
    title: 'Goods of the console with prices and stock',
    bars: {},
    recorded: { warm: 8, keep: 16 },
    call: (n, facts) => ({
      audience: 'staff',
      session: n,
      path: 'catalog.products',
      input:
        n % 2 === 0
          ? { page: 1 + (n % 40), size: 50 }
          : { page: 1, size: 50, category: pick(n, facts.categories), inStock: true },
    }),
  },
  {
    name: 'stock-page',
    title: 'Stock of the console, 100,000 SKUs in 3 warehouses: by number, state, text and figure',
    bars: { p95MsAt8: 100 },
    recorded: { warm: 16, keep: 16 },
    call: (n) => ({
      audience: 'staff',
      session: n,
      path: 'stock.list',
      input: [
        { page: 1 + (n % 40), size: 50 },
        { page: 1, size: 50, state: 'low', sort: 'short' },
        { page: 1, size: 50, state: 'out' },
        { page: 3, size: 50 },
        { page: 1 + (n % 3), size: 50, text: TEXTS[n % TEXTS.length] },
        { page: 1, size: 50, state: 'transit' },
        { page: 2, size: 50, state: 'low' },
        { page: 1, size: 50, sort: 'available' },
      ][n % 8],
    }),
  },
  {
    name: 'quarter',
    title: 'Sales of a quarter: by month, customer, category and product',
    bars: {},
    recorded: { warm: 4, keep: 4 },
    call: (n) => {
      const today = new Date().toISOString().slice(0, 10);
      const from = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
      const group = (['month', 'customer', 'category', 'product'] as const)[n % 4];
      return { audience: 'staff', session: n, path: 'reports.sales', input: { from, to: today, group } };
    },
  },
  {
    name: 'desk',
    title: 'What waits, and how the days of the order desk went',
    bars: {},
    recorded: { warm: 4, keep: 4 },
    call: (n) => ({ audience: 'staff', session: n, path: 'orders.desk' }),
  },
];
