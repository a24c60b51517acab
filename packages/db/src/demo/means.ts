import { businessDay } from '@tradeline/domain/calendar';
import { id, type PromotionId } from '@tradeline/domain/kernel';
import { foldPoints, type PointsEvent } from '@tradeline/domain/membership';
import { minor } from '@tradeline/domain/money';
import { type FreightRule, type FreightZone, taxNumberProblem } from '@tradeline/domain/order';
import type { Promotion } from '@tradeline/domain/promotion';
import type { InferInsertModel } from 'drizzle-orm';
import type {
  balanceAccounts,
  balanceEntries,
  coupons,
  couponTemplates,
  deliveryMethods,
  invoiceTitles,
  pointAccounts,
  pointEntries,
  promotions,
  settings,
} from '../schema/index.ts';
import { at, DAY, midnight } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { DemoCustomer } from './people/customers.ts';
import { randomFrom } from './random.ts';

export type DemoMeans = {
  readonly methods: InferInsertModel<typeof deliveryMethods>[];
  readonly promotions: InferInsertModel<typeof promotions>[];
  readonly templates: InferInsertModel<typeof couponTemplates>[];
  readonly coupons: InferInsertModel<typeof coupons>[];
  readonly pointAccounts: InferInsertModel<typeof pointAccounts>[];
  readonly pointEntries: InferInsertModel<typeof pointEntries>[];
  readonly balanceAccounts: InferInsertModel<typeof balanceAccounts>[];
  readonly balanceEntries: InferInsertModel<typeof balanceEntries>[];
  readonly titles: InferInsertModel<typeof invoiceTitles>[];
  readonly settings: InferInsertModel<typeof settings>[];
};

const SHOP = '汇川百货批发';
const near = ['浙江省', '上海市', '江苏省', '安徽省'];
const far = ['新疆维吾尔自治区', '西藏自治区', '青海省', '内蒙古自治区'];

const byWeight = (
  zone: string,
  places: string[] | undefined,
  [first, step]: readonly [number, number],
): FreightZone => ({
  id: zone,
  ...(places ? { places } : {}),
  tariff: { kind: 'by-weight', firstGrams: 3_000, first: minor(first), stepGrams: 1_000, step: minor(step) },
});

/** Own lorry near by, courier by weight, long-distance freight by the carton, or fetched. */
const rules: readonly (readonly [string, { zh: string; en: string }, { zh: string; en: string }, FreightRule])[] = [
  [
    'lorry',
    { zh: '送货上门', en: 'Our own lorry' },
    { zh: '江浙沪皖次日达', en: 'Next day in Zhejiang, Shanghai, Jiangsu and Anhui' },
    {
      zones: [{ id: 'near', places: near, tariff: { kind: 'fixed', amount: minor(3_000) }, freeFrom: minor(100_000) }],
    },
  ],
  [
    'courier',
    { zh: '快递', en: 'Courier' },
    { zh: '全国 2–4 天', en: 'The whole country in 2–4 days' },
    {
      zones: [
        { ...byWeight('near', near, [1_200, 200]), freeFrom: minor(200_000) },
        byWeight('far', far, [3_000, 1_500]),
        byWeight('rest', undefined, [1_800, 500]),
      ],
      maxGrams: 200_000,
    },
  ],
  [
    'freight',
    { zh: '物流专线', en: 'Long-distance freight' },
    { zh: '按件计费，自提到货站', en: 'Charged by the carton, fetched at the station' },
    {
      zones: [{ id: 'all', tariff: { kind: 'by-piece', first: minor(4_000), next: minor(800) } }],
      closed: ['西藏自治区'],
      minimum: minor(50_000),
    },
  ],
  [
    'pickup',
    { zh: '上门自提', en: 'Fetched at our warehouse' },
    { zh: '义乌北仓，8:00–18:00', en: 'Yiwu north warehouse, 8:00–18:00' },
    { zones: [{ id: 'all', tariff: { kind: 'fixed', amount: minor(0) } }] },
  ],
];

const terms = {
  version: '2026-01',
  zh: '1. 价格以提交订单时显示的为准，含增值税。\n2. 货到请当面清点，短少、破损请在签收后 48 小时内告知。\n3. 未拆封商品 7 天内可退，运费由责任方承担。\n4. 账期订单请在到期日前付款，逾期将暂停账期。',
  en: '1. Prices are those shown when the order is placed and include VAT.\n2. Please count the goods on arrival and report shortage or damage within 48 hours.\n3. Unopened goods can be returned within 7 days; whoever is at fault pays the freight.\n4. Orders on account are paid by their due date; overdue accounts are suspended.',
};

/** A number as it stands on a licence: the last character belongs to the others. */
const licence = (seventeen: string): string => {
  const wrong = taxNumberProblem(`${seventeen}0`);
  return seventeen + (wrong?.kind === 'number-check' ? wrong.expected : '0');
};

/** What customers pay with and are sent by: ways of delivery, coupons, points, balances, invoice titles. */
export const buildMeans = (seed: number, now: number, customers: readonly DemoCustomer[]): DemoMeans => {
  const [ids, random] = [idsFrom(seed, 'means'), randomFrom(seed, 'means')];
  const active = customers.filter(({ row }) => row.status === 'active');
  const [from, to] = [at(now - 6 * DAY), at(midnight(now + 45 * DAY))];
  const coupon = (
    code: string,
    name: { zh: string; en: string },
    kind: 'public' | 'personal',
    rule: Pick<Promotion, 'conditions' | 'actions'>,
  ) => {
    const key = id<PromotionId>(ids(now));
    const window = { startsAt: from, endsAt: to };
    const definition: Promotion = { id: key, name: name.zh, enabled: true, ...window, coupon: { code }, ...rule };
    return {
      promotion: { id: key, code: `COUPON-${code}`, name, definition, status: 'active', ...window, createdAt: from },
      template: {
        id: ids(now),
        promotionId: key,
        name,
        kind,
        code,
        validity: { kind: 'window', from, to },
        createdAt: from,
      },
    };
  };
  const made = [
    coupon('MAN500', { zh: '满 500 减 30 券', en: '30 off 500' }, 'personal', {
      conditions: [{ type: 'items-total', min: minor(50_000) }],
      actions: [{ type: 'amount-off-order', amount: minor(3_000) }],
    }),
    coupon('MAN2000', { zh: '满 2000 减 150 券', en: '150 off 2,000' }, 'personal', {
      conditions: [{ type: 'items-total', min: minor(200_000) }],
      actions: [{ type: 'amount-off-order', amount: minor(15_000) }],
    }),
    coupon('HUICHUAN98', { zh: '老客 98 折码', en: '2% off by code' }, 'public', {
      actions: [{ type: 'percent-off-order', percent: '2' }],
    }),
  ];
  const handed = active.slice(0, 60).flatMap((customer, index) =>
    made.slice(0, index % 3 === 0 ? 2 : 1).map(({ template }) => ({
      id: ids(now),
      templateId: template.id,
      companyId: customer.row.id,
      validFrom: from,
      validTo: to,
      issuedAt: from,
      issuedBy: `${SHOP}`,
    })),
  );
  const today = businessDay(at(now), 'Asia/Shanghai');
  const points = active.slice(0, 50).map((customer) => {
    const entries = Array.from({ length: 4 }, (_, month) => {
      const moment = now - (100 - month * 30) * DAY;
      const lot = ids(moment);
      const earned = customer.size * random.int(40, 160);
      const event: PointsEvent = { type: 'earn', on: businessDay(at(moment), 'Asia/Shanghai'), lot, points: earned };
      return { event, at: at(moment) };
    });
    const account = foldPoints(
      entries.map(({ event }) => event),
      today,
    );
    return { companyId: customer.row.id, entries, usable: account.ok ? account.value.balance : 0 };
  });
  const balances = active.slice(0, 14).map((customer, index) => ({
    companyId: customer.row.id,
    parts: [
      {
        kind: 'top-up',
        amount: minor(index === 0 ? 500_000 : random.int(5, 60) * 10_000),
        days: 40,
        note: '预存款转账',
      },
      { kind: 'top-up', amount: minor(random.int(1, 20) * 10_000), days: 9, note: '预存款转账' },
    ],
  }));
  return {
    methods: rules.map(([code, name, hint, rule], position) => ({ id: ids(now), code, name, hint, rule, position })),
    promotions: made.map(({ promotion }) => promotion),
    templates: made.map(({ template }) => ({
      ...template,
      issued: handed.filter(({ templateId }) => templateId === template.id).length,
    })),
    coupons: handed,
    pointAccounts: points.map(({ companyId, usable, entries }) => ({ companyId, usable, version: entries.length })),
    pointEntries: points.flatMap(({ companyId, entries }) =>
      entries.map(({ event, at: moment }) => ({
        companyId,
        kind: event.type,
        points: event.points,
        on: event.on,
        event,
        causeType: 'month',
        causeId: 'lot' in event ? event.lot : '',
        actor: SHOP,
        at: moment,
      })),
    ),
    balanceAccounts: balances.map(({ companyId, parts }) => ({
      companyId,
      balance: minor(parts.reduce((sum, { amount }) => sum + amount, 0)),
    })),
    balanceEntries: balances.flatMap(({ companyId, parts }) =>
      parts.map(({ kind, amount, days, note }) => ({
        companyId,
        kind,
        amount,
        causeType: 'bank-statement',
        causeId: ids(now - days * DAY),
        actor: SHOP,
        note,
        at: at(now - days * DAY),
      })),
    ),
    titles: active.slice(0, 60).map((customer, index) => ({
      id: ids(now),
      companyId: customer.row.id,
      kind: index % 4 === 0 ? 'special' : 'ordinary',
      title: customer.row.name,
      taxNumber: licence(`91330782MA2${String(80_000 + index * 37).padStart(6, '0')}`),
      ...(index % 4 === 0
        ? {
            bank: '中国工商银行义乌支行',
            account: `1208${String(10_000_000_000 + index * 7_919)}`,
            address: '义乌市稠州北路 1 号',
            phone: '0579-85000000',
          }
        : {}),
      isDefault: true,
    })),
    settings: [
      {
        key: 'checkout',
        value: {
          closedMeans: [],
          bank: { holder: SHOP, bank: '中国工商银行义乌分行', account: '1208 0209 0900 0000 001' },
          termsOfSale: terms,
        },
        updatedAt: at(now),
        updatedBy: SHOP,
      },
    ],
  };
};
