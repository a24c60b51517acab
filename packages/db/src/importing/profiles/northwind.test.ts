import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import type { ImportReport } from '../report.ts';
import { runImport } from '../run-import.ts';
import { filesIn } from '../testing/folder.ts';
import { brokenInvariants } from '../testing/state-of.ts';
import { northwind } from './northwind.ts';

/** A firm of our own in the form of the sample database. */
const folder = filesIn({
  'categories.csv': 'CategoryID,CategoryName,Description\n1,Tea,"Green, black and white"\n',
  'suppliers.csv':
    'SupplierID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax,HomePage\n5,Hill Farm,Ann Lee,Owner,1 Hill Rd.,Hove,,BN3,UK,1,,\n',
  'shippers.csv': 'ShipperID,CompanyName,Phone\n2,Quick Cart,9\n',
  'employees.csv':
    'EmployeeID,LastName,FirstName,Title,TitleOfCourtesy,BirthDate,HireDate,Address,City,Region,PostalCode,Country,HomePhone,Extension,Notes,ReportsTo\n7,Moss,Ida,Rep,Ms.,1960-01-01,1990-01-01,x,y,,,UK,12,1,"a, b",\n',
  'regions.csv': 'RegionID,RegionDescription\n1,North\n',
  'territories.csv': 'TerritoryID,TerritoryDescription,RegionID\n007,Hove,1\n',
  'employee_territories.csv': 'EmployeeID,TerritoryID\n7,007\n',
  'customers.csv':
    'CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax\nTEAHO,Tea House,Bo Ek,Owner,2 Sea St.,Oslo,,0150,Norway,55,56\nIDLER,Idle Ltd,Cy Dee,,3 Moor,Cork,Co. Cork,,Ireland,77,\n',
  'products.csv':
    'ProductID,ProductName,SupplierID,CategoryID,QuantityPerUnit,UnitPrice,UnitsInStock,UnitsOnOrder,ReorderLevel,Discontinued\n1,Oolong,5,1,24 - 50 g tins,9.65,12,0,10,0\n2,Sencha,5,1,1 kg bag,30,0,0,0,1\n',
  'orders.csv':
    'OrderID,CustomerID,EmployeeID,OrderDate,RequiredDate,ShippedDate,ShipVia,Freight,ShipName,ShipAddress,ShipCity,ShipRegion,ShipPostalCode,ShipCountry\n501,TEAHO,7,1997-03-01,1997-03-20,1997-03-04,2,4.5,Tea House Pier,9 Pier,Oslo,,0151,Norway\n502,TEAHO,7,1998-05-01,1998-05-20,,2,0,Tea House,2 Sea St.,Oslo,,0150,Norway\n',
  'order_details.csv':
    'OrderID,ProductID,UnitPrice,Quantity,Discount\n501,1,7.7,3,0.15\n501,2,30,1,0\n502,1,9.65,20,0.05\n',
});
let database: Awaited<ReturnType<typeof testDatabase>>;
let report: ImportReport;

beforeAll(async () => {
  database = await testDatabase(2);
  const done = await runImport({ db: database.db, profile: northwind, folder: folder.path });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  report = done.value;
});
afterAll(async () => {
  folder.remove();
  await database.close();
});

const control = (name: string) => report.controls.find((one) => one.name === name);

test('files and database agree, exact and rounded', () => {
  expect(report.controls.every(({ agrees }) => agrees)).toBe(true);
  // 3 × 7.70 × 0.85 = 19.635, 30.00, and 20 × 9.65 × 0.95 = 183.35
  expect(control('net before rounding, USD')).toMatchObject({ database: '232.985' });
  expect(control('net, each line rounded, USD')).toMatchObject({ database: '232.99' });
  expect(control('freight, USD')).toMatchObject({ database: '4.5' });
});

test('every promise about the data is kept', async () => expect(await brokenInvariants(database.raw)).toEqual([]));

test('a shipped order is closed and settled, an open one is confirmed and holds the stock there is', async () => {
  const orders = await database.raw`
    select o.number, o.approval, o.display_status, o.payment_status, o.currency, o.total_amount, o.placed_at, o.carrier_code, c.number as customer
    from orders o join companies c on c.id = o.company_id order by 1`;
  expect(orders).toEqual([
    {
      number: 'NW-501',
      approval: 'closed',
      display_status: 'delivered',
      payment_status: 'paid',
      currency: 'USD',
      total_amount: '5414',
      placed_at: new Date('1997-02-28T16:00:00.000Z'),
      carrier_code: 'Quick Cart',
      customer: 'NW-TEAHO',
    },
    {
      number: 'NW-502',
      approval: 'confirmed',
      display_status: 'confirmed',
      payment_status: 'on-terms',
      currency: 'USD',
      total_amount: '18335',
      placed_at: new Date('1998-04-30T16:00:00.000Z'),
      carrier_code: 'Quick Cart',
      customer: 'NW-TEAHO',
    },
  ]);
  const stock = await database.raw`select on_hand, reserved, safety from stock where on_hand > 0`;
  expect(stock).toEqual([{ on_hand: '12', reserved: '12', safety: '10' }]);
});

test('the one who took the order stands in its history and looks after the customer, and cannot sign in', async () => {
  const [event] = await database.raw`
    select e.actor_type, e.actor_name, s.login, s.active, s.role from order_events e join staff s on s.id::text = e.actor_id where e.version = 1 limit 1`;
  expect(event).toEqual({
    actor_type: 'staff',
    actor_name: 'Ida Moss',
    login: 'ida.moss@northwind',
    active: false,
    role: 'sales',
  });
  const companies = await database.raw`
    select c.number, s.name as rep from companies c left join staff s on s.id = c.sales_rep_id order by 1`;
  expect(companies).toEqual([
    { number: 'NW-IDLER', rep: null },
    { number: 'NW-TEAHO', rep: 'Ida Moss' },
  ]);
});

test('goods carry their pack, a discontinued one is withdrawn, list prices are in dollars', async () => {
  const goods = await database.raw`
    select k.item_number, k.pack_text, k.unit ->> 'en' as unit, k.status, p.status as product, r.unit_price_e_4 as price, l.currency
    from skus k join products p on p.id = k.product_id join prices r on r.sku_id = k.id join price_lists l on l.id = r.price_list_id order by 1`;
  expect(goods).toEqual([
    {
      item_number: 'NW-1',
      pack_text: '24 - 50 g tins',
      unit: 'case',
      status: 'active',
      product: 'published',
      price: '96500',
      currency: 'USD',
    },
    {
      item_number: 'NW-2',
      pack_text: '1 kg bag',
      unit: 'piece',
      status: 'withdrawn',
      product: 'withdrawn',
      price: '300000',
      currency: 'USD',
    },
  ]);
});
