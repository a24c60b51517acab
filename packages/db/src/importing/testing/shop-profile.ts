import { CNY } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import { amount, businessDay, noneWhen, optional, refersTo, share, text, unitPrice, whole } from '../columns/index.ts';
import { percentText, total } from '../exact.ts';
import { file } from '../file.ts';
import { profile } from '../profile.ts';
import { record } from '../record.ts';

/** A further source in one small file: goods with stock, customers and orders of a corner shop. */
export const shopProfile = profile({
  source: 'corner-shop',
  title: 'Corner shop',
  currency: CNY,
  files: {
    groups: file({
      name: 'groups.csv',
      key: ['id'],
      columns: { id: whole(), name: text(), parent: noneWhen('0', refersTo('groups', whole())) },
    }),
    goods: file({
      name: 'goods.csv',
      key: ['code'],
      columns: {
        code: text(),
        name: text(),
        group: refersTo('groups', whole()),
        price: unitPrice(),
        stock: whole({ from: 0 }),
      },
      notTaken: ['shelf'],
    }),
    customers: file({
      name: 'customers.csv',
      key: ['id'],
      columns: { id: text(), name: text(), phone: text(), street: text() },
    }),
    orders: file({
      name: 'orders.csv',
      key: ['id'],
      needsParts: 'lines',
      columns: {
        id: whole(),
        customer: refersTo('customers', text()),
        day: businessDay(),
        sent: optional(businessDay()),
        freight: amount(),
      },
    }),
    lines: file({
      name: 'lines.csv',
      key: ['order', 'good'],
      partOf: 'order',
      columns: {
        order: refersTo('orders', whole()),
        good: refersTo('goods', text()),
        price: unitPrice(),
        quantity: whole({ from: 1 }),
        off: share(),
      },
    }),
  },
  treatments: [
    { file: 'goods', outcome: 'set-aside', words: 'sample without a price', when: ({ values }) => values.price === 0 },
    { file: 'orders', outcome: 'kept', words: 'still to be sent', when: ({ values }) => values.sent === undefined },
  ],
  *records(t) {
    yield record('warehouse', 'w', [], { code: 'SHOP', name: { zh: '店' } });
    yield record('price-list', 'base', [], {
      code: 'SHOP-BASE',
      name: { zh: '标价' },
      kind: 'base',
      currency: CNY,
      priority: 0,
    });
    for (const row of t.groups.all) {
      const { name, parent } = row.values;
      yield record('category', row.key, [row], {
        slug: `shop-${row.key}`,
        name: { zh: name },
        position: 0,
        parent: parent?.toString(),
      });
    }
    for (const row of t.goods.all) {
      const { code, name, group, price, stock } = row.values;
      yield record('product', code, [row], {
        number: code,
        name: { zh: name },
        category: String(group),
        axes: [],
        specification: [],
        keywords: '',
        taxRate: '13',
        status: 'published',
      });
      yield record('sku', code, [row], {
        product: code,
        itemNumber: code,
        options: {},
        unit: { zh: '件' },
        position: 0,
        status: 'active',
      });
      yield record('price', code, [row], { list: 'base', sku: code, minQuantity: 1, unitPriceE4: price });
      yield record('stock', code, [row], { sku: code, warehouse: 'w', onHand: stock, safety: 0 });
    }
    for (const row of t.customers.all)
      yield record('company', row.key, [row], {
        number: row.key,
        name: row.values.name,
        level: 'ordinary',
        phone: row.values.phone,
      });
    const lines = Map.groupBy(t.lines.all, (row) => String(row.values.order));
    for (const row of t.orders.all) {
      const { customer, day, sent, freight } = row.values;
      const { name, phone, street } = t.customers.find(customer)!.values;
      const own = lines.get(row.key) ?? [];
      yield record('order', row.key, [row, ...own], {
        number: `SHOP-${row.key}`,
        company: customer,
        currency: CNY,
        placedAt: day,
        shippedAt: sent,
        warehouse: 'w',
        shipping: freight,
        contactName: name,
        phone,
        address: { contactName: name, phone, country: 'CN', province: '', city: '', district: '', street },
        lines: own.map(({ key, values: { good, price, quantity, off } }) => ({
          key,
          sku: good,
          itemNumber: good,
          name: { zh: t.goods.find(good)!.values.name },
          unit: { zh: '件' },
          quantity,
          unitPriceE4: price,
          discountPercent: percentText(off),
          taxRate: '13',
        })),
      });
    }
  },
  controls: [
    {
      name: 'units ordered',
      fromFiles: (t) => String(total(t.lines.all, ({ values }) => values.quantity)),
      fromDatabase: sql`select coalesce(sum(l.quantity), 0) as value from order_lines l join imported i on i.kind = 'order' and i.id = l.order_id`,
    },
  ],
});
