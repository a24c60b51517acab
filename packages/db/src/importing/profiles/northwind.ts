import { sql } from 'drizzle-orm';
import { exactText, total } from '../exact.ts';
import { profile } from '../profile.ts';
import { files, type Northwind } from './northwind/files.ts';
import { records, USD } from './northwind/records.ts';

const ours = sql`from orders o join imported i on i.kind = 'order' and i.id = o.id`;
const lines = sql`${ours} join order_lines l on l.order_id = o.id`;
/** The reduction of a line stands in the trace of its order, in percent; a trace that an import wrote is plain and begins with `{`. */
const plainTrace = sql`case when get_byte(o.trace, 0) = 123 then convert_from(o.trace, 'UTF8')::jsonb end`;
const reduction = sql`coalesce((select (e ->> 'percent')::numeric from jsonb_array_elements((${plainTrace}) -> 'trace') e where e -> 'target' ->> 'lineId' = l.id::text), 0)`;

type Detail = Northwind['orderDetails']['all'][number]['values'];
/** Price × quantity × (1 − discount) in 10^-10: nothing is rounded. */
const exactNet = ({ UnitPrice, Quantity, Discount: { n, d } }: Detail): bigint =>
  (BigInt(UnitPrice * Quantity) * (d - n) * 1_000_000n) / d;
const CENT = 100_000_000n;

export const northwind = profile({
  source: 'northwind',
  title: 'Northwind',
  currency: USD,
  files,
  treatments: [
    { file: 'regions', outcome: 'set-aside', words: 'sales regions: we keep no sales territories', when: () => true },
    { file: 'territories', outcome: 'set-aside', words: 'sales territories: we keep none', when: () => true },
    {
      file: 'employeeTerritories',
      outcome: 'set-aside',
      words: 'who sells in which territory: we keep none',
      when: () => true,
    },
    {
      file: 'products',
      outcome: 'kept',
      words: 'discontinued: the product and its SKU arrive withdrawn',
      when: ({ values }) => values.Discontinued,
    },
    {
      file: 'orders',
      outcome: 'kept',
      words: 'not shipped yet: arrives confirmed, holding what stock there is',
      when: ({ values }) => values.ShippedDate === undefined,
    },
    {
      file: 'customers',
      outcome: 'kept',
      words: 'never ordered: arrives without a sales representative',
      when: (row, t) => !t.orders.all.some(({ values }) => values.CustomerID === row.key),
    },
  ],
  records,
  controls: [
    {
      name: 'order lines',
      fromFiles: (t) => t.orderDetails.all.length,
      fromDatabase: sql`select count(*) as value ${lines}`,
    },
    {
      name: 'orders not shipped',
      fromFiles: (t) => t.orders.all.filter(({ values }) => !values.ShippedDate).length,
      fromDatabase: sql`select count(*) as value ${ours} where o.display_status = 'confirmed'`,
    },
    {
      name: 'units ordered',
      fromFiles: (t) => String(total(t.orderDetails.all, ({ values }) => values.Quantity)),
      fromDatabase: sql`select sum(l.quantity) as value ${lines}`,
    },
    {
      name: 'gross, USD',
      fromFiles: (t) =>
        exactText(
          total(t.orderDetails.all, ({ values: v }) => v.UnitPrice * v.Quantity),
          4,
        ),
      fromDatabase: sql`select sum(l.gross_amount) / 100.0 as value ${lines}`,
    },
    {
      name: 'net before rounding, USD',
      fromFiles: (t) =>
        exactText(
          total(t.orderDetails.all, ({ values }) => exactNet(values)),
          10,
        ),
      fromDatabase: sql`select trim_scale(sum(l.unit_price_e_4 * l.quantity * (100 - ${reduction})) / 1000000) as value ${lines}`,
    },
    {
      name: 'net, each line rounded, USD',
      fromFiles: (t) =>
        exactText(
          total(t.orderDetails.all, ({ values }) => (exactNet(values) + CENT / 2n) / CENT),
          2,
        ),
      fromDatabase: sql`select trim_scale(sum(l.net_amount) / 100.0) as value ${lines}`,
    },
    {
      name: 'freight, USD',
      fromFiles: (t) =>
        exactText(
          total(t.orders.all, ({ values }) => values.Freight),
          2,
        ),
      fromDatabase: sql`select trim_scale(sum(o.shipping_amount) / 100.0) as value ${ours}`,
    },
    {
      name: 'units in stock',
      fromFiles: (t) => String(total(t.products.all, ({ values }) => values.UnitsInStock)),
      fromDatabase: sql`select coalesce(sum(e.on_hand), 0) as value from stock_entries e join imported i on i.kind = 'stock' and i.id = e.sku_id where e.actor = 'import:northwind'`,
    },
    {
      name: 'list prices, USD',
      fromFiles: (t) =>
        exactText(
          total(t.products.all, ({ values }) => values.UnitPrice),
          4,
        ),
      fromDatabase: sql`select trim_scale(sum(p.unit_price_e_4) / 10000.0) as value from prices p join imported i on i.kind = 'price' and i.id = p.id`,
    },
  ],
});
