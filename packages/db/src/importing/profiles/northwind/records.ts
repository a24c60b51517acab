import type { Currency } from '@tradeline/domain/money';
import { percentText } from '../../exact.ts';
import { record } from '../../record.ts';
import type { Northwind } from './files.ts';

export const USD = 'USD' as Currency;
const WAREHOUSE = 'northwind';
const LIST = 'northwind-base';
const both = (name: string) => ({ zh: name, en: name });
/** "24 - 12 oz bottles" and "10 boxes x 20 bags" are cartons of many; "1 kg pkg." is one piece. */
const unitOf = (pack: string) =>
  /^(?!1\b)\d+\s*(?:-|x|boxes|bags|pkgs|pies|pieces|gift)/.test(pack)
    ? { zh: '箱', en: 'case' }
    : { zh: '件', en: 'piece' };

export function* records(t: Northwind) {
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
