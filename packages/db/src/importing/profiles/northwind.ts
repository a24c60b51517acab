import type { Currency } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import {
  amount,
  businessDay,
  country,
  day,
  flag,
  optional,
  refersTo,
  share,
  text,
  unitPrice,
  whole,
} from '../columns/index.ts';
import { exactText, percentText, total } from '../exact.ts';
import { file, type Tables } from '../file.ts';
import { profile } from '../profile.ts';
import { record } from '../record.ts';

/** Microsoft's sample of a food wholesaler, as CSV: customers, goods, and two years of orders in US dollars. */
const files = {
  categories: file({
    name: 'categories.csv',
    key: ['CategoryID'],
    columns: { CategoryID: whole(), CategoryName: text(), Description: text() },
  }),
  suppliers: file({
    name: 'suppliers.csv',
    key: ['SupplierID'],
    columns: {
      SupplierID: whole(),
      CompanyName: text(),
      ContactName: optional(text()),
      ContactTitle: optional(text()),
      Address: optional(text()),
      City: optional(text()),
      Region: optional(text()),
      PostalCode: optional(text()),
      Country: optional(country()),
      Phone: optional(text()),
      Fax: optional(text()),
      HomePage: optional(text()),
    },
  }),
  shippers: file({
    name: 'shippers.csv',
    key: ['ShipperID'],
    columns: { ShipperID: whole(), CompanyName: text() },
    notTaken: ['Phone'],
    lookup: true,
  }),
  employees: file({
    name: 'employees.csv',
    key: ['EmployeeID'],
    columns: {
      EmployeeID: whole(),
      LastName: text(),
      FirstName: text(),
      HomePhone: optional(text()),
      ReportsTo: optional(refersTo('employees', whole())),
    },
    notTaken: [
      'Title',
      'TitleOfCourtesy',
      'BirthDate',
      'HireDate',
      'Address',
      'City',
      'Region',
      'PostalCode',
      'Country',
      'Extension',
      'Notes',
    ],
  }),
  regions: file({ name: 'regions.csv', key: ['RegionID'], columns: { RegionID: whole(), RegionDescription: text() } }),
  territories: file({
    name: 'territories.csv',
    key: ['TerritoryID'],
    columns: { TerritoryID: text(), TerritoryDescription: text(), RegionID: refersTo('regions', whole()) },
  }),
  employeeTerritories: file({
    name: 'employee_territories.csv',
    key: ['EmployeeID', 'TerritoryID'],
    columns: { EmployeeID: refersTo('employees', whole()), TerritoryID: refersTo('territories', text()) },
  }),
  customers: file({
    name: 'customers.csv',
    key: ['CustomerID'],
    columns: {
      CustomerID: text(),
      CompanyName: text(),
      ContactName: text(),
      ContactTitle: optional(text()),
      Address: text(),
      City: text(),
      Region: optional(text()),
      PostalCode: optional(text()),
      Country: country(),
      Phone: text(),
      Fax: optional(text()),
    },
  }),
  products: file({
    name: 'products.csv',
    key: ['ProductID'],
    columns: {
      ProductID: whole(),
      ProductName: text(),
      SupplierID: refersTo('suppliers', whole()),
      CategoryID: refersTo('categories', whole()),
      QuantityPerUnit: text(),
      UnitPrice: unitPrice(),
      UnitsInStock: whole({ from: 0 }),
      ReorderLevel: whole({ from: 0 }),
      Discontinued: flag(),
    },
    notTaken: ['UnitsOnOrder'],
  }),
  orders: file({
    name: 'orders.csv',
    key: ['OrderID'],
    needsParts: 'orderDetails',
    columns: {
      OrderID: whole(),
      CustomerID: refersTo('customers', text()),
      EmployeeID: refersTo('employees', whole()),
      OrderDate: businessDay(),
      RequiredDate: optional(day()),
      ShippedDate: optional(businessDay()),
      ShipVia: refersTo('shippers', whole()),
      Freight: amount(),
      ShipName: text(),
      ShipAddress: text(),
      ShipCity: text(),
      ShipRegion: optional(text()),
      ShipPostalCode: optional(text()),
      ShipCountry: country(),
    },
  }),
  orderDetails: file({
    name: 'order_details.csv',
    key: ['OrderID', 'ProductID'],
    partOf: 'OrderID',
    columns: {
      OrderID: refersTo('orders', whole()),
      ProductID: refersTo('products', whole()),
      UnitPrice: unitPrice(),
      Quantity: whole({ from: 1 }),
      Discount: share(),
    },
  }),
} as const;
type Northwind = Tables<typeof files>;

const USD = 'USD' as Currency;
const WAREHOUSE = 'northwind';
const LIST = 'northwind-base';
const both = (name: string) => ({ zh: name, en: name });
/** "24 - 12 oz bottles" and "10 boxes x 20 bags" are cartons of many; "1 kg pkg." is one piece. */
const unitOf = (pack: string) =>
  /^(?!1\b)\d+\s*(?:-|x|boxes|bags|pkgs|pies|pieces|gift)/.test(pack)
    ? { zh: '箱', en: 'case' }
    : { zh: '件', en: 'piece' };

function* records(t: Northwind) {
  yield record('warehouse', WAREHOUSE, [], { code: 'NW', name: { zh: 'Northwind 仓', en: 'Northwind warehouse' } });
  yield record('price-list', LIST, [], {
    code: 'NW-BASE',
    name: { zh: 'Northwind 标准价（美元）', en: 'Northwind list prices (USD)' },
    kind: 'base',
    currency: USD,
    priority: 0,
  });
  for (const row of t.categories.all) {
    const v = row.values;
    yield record('category', row.key, [row], {
      slug: `northwind-${v.CategoryID}`,
      name: both(v.CategoryName),
      position: v.CategoryID,
    });
  }
  for (const row of t.suppliers.all) {
    const v = row.values;
    yield record('supplier', row.key, [row], {
      number: `NW-${v.SupplierID}`,
      name: v.CompanyName,
      contactName: v.ContactName,
      contactTitle: v.ContactTitle,
      street: v.Address,
      city: v.City,
      region: v.Region,
      postalCode: v.PostalCode,
      country: v.Country,
      phone: v.Phone,
      fax: v.Fax,
      homePage: v.HomePage,
    });
  }
  for (const row of t.employees.all) {
    const v = row.values;
    const name = `${v.FirstName} ${v.LastName}`;
    yield record('staff', row.key, [row], {
      login: `${name.toLowerCase().replaceAll(' ', '.')}@northwind`,
      name,
      role: 'sales',
      phone: v.HomePhone,
    });
  }
  yield* customers(t);
  yield* goods(t);
  yield* orders(t);
}

/** The source does not say who looks after a customer: it is whoever took the latest order. */
function* customers(t: Northwind) {
  const latest = new Map<string, { on: string; employee: string }>();
  for (const { values: v } of t.orders.all)
    if ((latest.get(v.CustomerID)?.on ?? '') <= v.OrderDate)
      latest.set(v.CustomerID, { on: v.OrderDate, employee: String(v.EmployeeID) });
  for (const row of t.customers.all) {
    const v = row.values;
    const fax = v.Fax === undefined ? '' : `; fax ${v.Fax}`;
    yield record('company', row.key, [row], {
      number: `NW-${v.CustomerID}`,
      name: v.CompanyName,
      level: 'ordinary',
      region: v.Country,
      salesRep: latest.get(v.CustomerID)?.employee,
      contactName: v.ContactName,
      phone: v.Phone,
      note: `${v.ContactTitle ?? ''}${fax}`,
    });
    yield record('address', row.key, [row], {
      company: row.key,
      contactName: v.ContactName,
      phone: v.Phone,
      country: v.Country,
      province: v.Region ?? '',
      city: v.City,
      district: '',
      street: v.Address,
      postalCode: v.PostalCode,
    });
  }
}

function* goods(t: Northwind) {
  for (const row of t.products.all) {
    const v = row.values;
    yield record('product', row.key, [row], {
      number: `NW-${v.ProductID}`,
      name: both(v.ProductName),
      category: String(v.CategoryID),
      supplier: String(v.SupplierID),
      axes: [],
      specification: [{ name: { zh: '包装', en: 'Pack' }, value: both(v.QuantityPerUnit) }],
      keywords: t.categories.find(v.CategoryID)!.values.Description,
      taxRate: '0',
      status: v.Discontinued ? 'withdrawn' : 'published',
    });
    yield record('sku', row.key, [row], {
      product: row.key,
      itemNumber: `NW-${v.ProductID}`,
      options: {},
      unit: unitOf(v.QuantityPerUnit),
      packText: v.QuantityPerUnit,
      position: 0,
      status: v.Discontinued ? 'withdrawn' : 'active',
    });
    yield record('price', row.key, [row], { list: LIST, sku: row.key, minQuantity: 1, unitPriceE4: v.UnitPrice });
    yield record('stock', row.key, [row], {
      sku: row.key,
      warehouse: WAREHOUSE,
      onHand: v.UnitsInStock,
      safety: v.ReorderLevel,
    });
  }
}

function* orders(t: Northwind) {
  const details = Map.groupBy(t.orderDetails.all, (row) => String(row.values.OrderID));
  for (const row of t.orders.all) {
    const v = row.values;
    const customer = t.customers.find(v.CustomerID)!.values;
    const employee = t.employees.find(v.EmployeeID)!.values;
    const lines = details.get(row.key) ?? [];
    yield record('order', row.key, [row, ...lines], {
      number: `NW-${v.OrderID}`,
      company: v.CustomerID,
      currency: USD,
      placedAt: v.OrderDate,
      wishedDate: v.RequiredDate,
      shippedAt: v.ShippedDate,
      warehouse: WAREHOUSE,
      takenBy: { staff: String(v.EmployeeID), name: `${employee.FirstName} ${employee.LastName}` },
      carrier: t.shippers.find(v.ShipVia)!.values.CompanyName,
      shipping: v.Freight,
      contactName: customer.ContactName,
      phone: customer.Phone,
      address: {
        contactName: v.ShipName,
        phone: customer.Phone,
        country: v.ShipCountry,
        province: v.ShipRegion ?? '',
        city: v.ShipCity,
        district: '',
        street: v.ShipAddress,
        ...(v.ShipPostalCode && { postalCode: v.ShipPostalCode }),
      },
      lines: lines.map(({ key, values: line }) => {
        const product = t.products.find(line.ProductID)!.values;
        return {
          key,
          sku: String(line.ProductID),
          itemNumber: `NW-${line.ProductID}`,
          name: both(product.ProductName),
          unit: unitOf(product.QuantityPerUnit),
          quantity: line.Quantity,
          unitPriceE4: line.UnitPrice,
          discountPercent: percentText(line.Discount),
          taxRate: '0',
        };
      }),
    });
  }
}

const ours = sql`from orders o join imported i on i.kind = 'order' and i.id = o.id`;
const lines = sql`${ours} join order_lines l on l.order_id = o.id`;
/** The reduction of a line stands in the trace of its order, in percent. */
const reduction = sql`coalesce((select (e ->> 'percent')::numeric from jsonb_array_elements(o.trace -> 'trace') e where e -> 'target' ->> 'lineId' = l.id::text), 0)`;

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
