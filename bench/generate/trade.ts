import type { Random } from '@tradeline/db/demo';
import type { Goods } from './catalogue.ts';
import { keyOf } from './ids.ts';
import type { Size } from './size.ts';

export const warehouseColumns = ['id', 'code', 'name', 'priority'];
export const stockColumns = ['sku_id', 'warehouse_id', 'on_hand', 'reserved', 'allocated', 'safety'];
export const entryColumns = [
  'sku_id',
  'warehouse_id',
  'kind',
  'on_hand',
  'reserved',
  'cause_type',
  'cause_id',
  'actor',
  'at',
];
export const orderColumns = [
  'id',
  'number',
  'company_id',
  'buyer_id',
  'approval',
  'display_status',
  'payment_status',
  'version',
  'payment_terms',
  'goods_amount',
  'tax_amount',
  'total_amount',
  'paid_amount',
  'trace',
  'address',
  'contact_name',
  'phone',
  'placed_at',
  'confirmed_at',
  'closed_at',
  'source',
];
export const lineColumns = [
  'id',
  'order_id',
  'position',
  'sku_id',
  'item_number',
  'name',
  'option_text',
  'unit',
  'quantity',
  'unit_price_e_4',
  'gross_amount',
  'net_amount',
  'tax_rate',
  'tax_amount',
  'picked',
  'shipped',
  'delivered',
];
export const eventColumns = [
  'id',
  'order_id',
  'version',
  'action',
  'from_approval',
  'to_approval',
  'display_status',
  'actor_type',
  'actor_name',
  'at',
];
export const paymentColumns = ['id', 'order_id', 'company_id', 'method', 'amount', 'received_at', 'recorded_by'];
export const reservationColumns = ['id', 'order_id', 'order_line_id', 'sku_id', 'warehouse_id', 'quantity'];
export const outboxColumns = [
  'id',
  'type',
  'aggregate_type',
  'aggregate_id',
  'aggregate_version',
  'company_id',
  'payload',
  'at',
  'delivered_at',
];

/** Of a hundred orders so many are still open; they hold their goods. The others came from the books of before. */
const OPEN_OF_100 = 5;
export const SOURCE = 'bench';

/** Warehouses in which a SKU lies: all in the first, half in the second, a quarter in the third. */
const shelvesOf = (sku: number): number[] => (sku % 4 === 0 ? [0, 1, 2] : sku % 2 === 0 ? [0, 1] : [0]);

type Line = { sku: number; quantity: number; unitPriceE4: number; gross: number; tax: number };
type Order = { n: number; company: number; open: boolean; at: number; lines: Line[]; total: number };

const YEAR = 365 * 86_400_000;

/**
 * A year of trade as it would stand in the books: what was bought by whom, at the base price; the goods of open orders
 * are held, those of closed ones have left, and the ledger sums to every balance.
 */
export const buildTrade = (size: Size, goods: readonly Goods[], random: Random, now: number) => {
  const [sold, held] = [new Int32Array(goods.length), new Int32Array(goods.length)];
  const orders: Order[] = [];
  for (let n = 0; n < size.orders; n++) {
    const open = n >= size.orders - Math.ceil((size.orders * OPEN_OF_100) / 100);
    const at = now - YEAR + Math.floor((n / size.orders) * YEAR);
    const lines: Line[] = [];
    const wanted = random.int(1, 9);
    for (let i = 0; i < wanted; i++) {
      // A third of the trade falls on a hundredth of the goods.
      const sku = random.int(0, (random.chance(1 / 3) ? Math.ceil(goods.length / 100) : goods.length) - 1);
      if (lines.some((line) => line.sku === sku)) continue;
      const [quantity, unitPriceE4] = [12 * random.int(1, 8), goods[sku]!.priceE4];
      const gross = Math.round((unitPriceE4 * quantity) / 100);
      lines.push({ sku, quantity, unitPriceE4, gross, tax: gross - Math.round((gross * 100) / 113) });
      (open ? held : sold)[sku]! += quantity;
    }
    const total = lines.reduce((sum, line) => sum + line.gross, 0);
    orders.push({ n, company: random.int(0, size.companies - 1), open, at, lines, total });
  }

  const warehouse = (w: number) => keyOf('warehouse', w);
  const spare = (sku: number, w: number): number => (sku % 50 === 0 ? 0 : 200 + ((sku * 31 + w * 17) % 5_000));

  function* stock(): Generator<unknown[]> {
    for (let s = 0; s < goods.length; s++)
      for (const w of shelvesOf(s)) {
        const promised = w === 0 ? held[s]! : 0;
        yield [keyOf('sku', s), warehouse(w), promised + spare(s, w), promised, 0, 20];
      }
  }
  const opening = new Date(now - YEAR - 86_400_000).toISOString();
  function* entries(): Generator<unknown[]> {
    for (let s = 0; s < goods.length; s++)
      for (const w of shelvesOf(s)) {
        const received = spare(s, w) + (w === 0 ? sold[s]! + held[s]! : 0);
        if (received > 0)
          yield [keyOf('sku', s), warehouse(w), 'receive', received, 0, 'opening', `w${w}`, SOURCE, opening];
      }
    for (const { n, open, at, lines } of orders)
      for (const { sku, quantity } of lines)
        yield [
          keyOf('sku', sku),
          warehouse(0),
          open ? 'reserve' : 'ship',
          open ? 0 : -quantity,
          open ? quantity : 0,
          'order-step',
          `${keyOf('order', n)}:1`,
          SOURCE,
          new Date(at).toISOString(),
        ];
  }
  function* orderRows(): Generator<unknown[]> {
    for (const { n, company, open, at, total, lines } of orders) {
      const time = new Date(at).toISOString();
      yield [
        keyOf('order', n),
        `SO${200_000 + n}`,
        keyOf('company', company),
        keyOf('buyer', company),
        open ? 'submitted' : 'closed',
        open ? 'submitted' : 'delivered',
        open ? 'unpaid' : 'paid',
        1,
        'on-delivery',
        total,
        lines.reduce((sum, line) => sum + line.tax, 0),
        total,
        open ? 0 : total,
        emptyTrace(time),
        {
          contactName: '收货部',
          phone: '13800000000',
          country: 'CN',
          province: '广东',
          city: '广州',
          district: '',
          street: '人民路',
        },
        '收货部',
        '13800000000',
        time,
        open ? null : time,
        open ? null : time,
        open ? null : SOURCE,
      ];
    }
  }
  function* lineRows(): Generator<unknown[]> {
    let id = 0;
    for (const { n, open, lines } of orders)
      for (const [i, { sku, quantity, unitPriceE4, gross, tax }] of lines.entries()) {
        const { itemNumber, name, optionText } = goods[sku]!;
        const gone = open ? 0 : quantity;
        yield [
          keyOf('line', id++),
          keyOf('order', n),
          i + 1,
          keyOf('sku', sku),
          itemNumber,
          name,
          optionText,
          { zh: '件', en: 'pc' },
          quantity,
          unitPriceE4,
          gross,
          gross,
          '13',
          tax,
          // What has left lies picked no more.
          0,
          gone,
          gone,
        ];
      }
  }
  function* reservations(): Generator<unknown[]> {
    let id = 0;
    for (const { n, open, lines } of orders)
      for (const { sku, quantity } of lines) {
        if (open)
          yield [
            keyOf('reservation', id),
            keyOf('order', n),
            keyOf('line', id),
            keyOf('sku', sku),
            warehouse(0),
            quantity,
          ];
        id++;
      }
  }
  function* events(): Generator<unknown[]> {
    for (const { n, open, at } of orders) {
      const state = open ? 'submitted' : 'closed';
      const action = open ? 'submit' : 'import';
      const shown = open ? 'submitted' : 'delivered';
      yield [
        keyOf('event', n),
        keyOf('order', n),
        1,
        action,
        'draft',
        state,
        shown,
        'system',
        SOURCE,
        new Date(at).toISOString(),
      ];
    }
  }
  function* payments(): Generator<unknown[]> {
    for (const { n, company, open, at, total } of orders)
      if (!open)
        yield [
          keyOf('payment', n),
          keyOf('order', n),
          keyOf('company', company),
          'bank-transfer',
          total,
          new Date(at).toISOString(),
          SOURCE,
        ];
  }
  function* outbox(): Generator<unknown[]> {
    for (const { n, company, open, at } of orders) {
      const time = new Date(at).toISOString();
      if (open)
        yield [
          keyOf('outbox', n),
          'order.submit',
          'order',
          keyOf('order', n),
          1,
          keyOf('company', company),
          {},
          time,
          time,
        ];
    }
  }
  const warehouses = ['广州仓:Guangzhou', '义乌仓:Yiwu', '成都仓:Chengdu'].map((name, w) => {
    const [zh, en] = name.split(':');
    return [warehouse(w), `W${w + 1}`, { zh, en }, w];
  });
  return { warehouses, stock, entries, orderRows, lineRows, reservations, events, payments, outbox };
};

/** A document that was made elsewhere: it has its amounts, and no steps that led to them. */
const emptyTrace = (pricedAt: string) => ({
  currency: 'CNY',
  pricedAt,
  lines: [],
  gifts: [],
  applied: [],
  rejected: [],
  trace: [],
});
