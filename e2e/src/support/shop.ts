import postgres from 'postgres';
import {
  type Allotted,
  allotted,
  type CustomerOf,
  customers,
  type GoodsOf,
  goods,
  type OnAccount,
  onAccount,
} from './allotment.ts';

type Bilingual = { zh: string; en?: string };
type Axis = { name: Bilingual; values: { name: Bilingual }[] };
export type Goods = { id: string; number: string; name: Bilingual; axes: [Axis, ...Axis[]] };

export type Item = { itemNumber: string; unit: string /** The least of it that may be ordered. */; quantity: number };

export type Customer = { number: string; owner: string; name: string };

/** Facts of the demo company that a journey needs before it begins; journeys change data through the screens only. */
export const openShop = () => {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  const customerOf = async (number: string): Promise<Customer> => {
    const [found] = await sql<Customer[]>`
      select c.number, c.name, b.login as owner from companies c
      join buyers b on b.company_id = c.id and b.role = 'owner' and b.active where c.number = ${number}`;
    if (!found) throw new Error(`there is no customer ${number}`);
    return found;
  };
  return {
    /** Gives every journey its customer and its goods: active companies, and products with options, well in stock. */
    allot: async (): Promise<Allotted> => {
      const companies = await sql<{ number: string }[]>`
        select c.number from companies c join buyers b on b.company_id = c.id and b.role = 'owner' and b.active
        where c.status = 'active' order by c.number limit ${customers.length}`;
      const worthy = await sql<{ number: string }[]>`
        select c.number from companies c
        join buyers b on b.company_id = c.id and b.role = 'owner' and b.active
        join credit_accounts a on a.company_id = c.id and not a.on_hold
        where c.status = 'active' and c.number <> all(${companies.map(({ number }) => number)})
          and 5 <= (select count(*) from orders o where o.company_id = c.id and o.placed_at > now() - interval '90 days')
          and not exists (
          select from orders o where o.company_id = c.id and o.payment_terms = 'terms' and o.due_at < now()
            and o.total_amount - o.paid_amount + o.refunded_amount > 0)
        order by a.credit_limit - a.used desc, c.number limit ${onAccount.length}`;
      const products = await sql<{ id: string }[]>`
        select p.id from products p
        where p.status = 'published' and jsonb_array_length(p.axes) > 0 and (select count(*) from skus where product_id = p.id) between 2 and 12
          and not exists (
            select from skus s where s.product_id = p.id and (s.status <> 'active' or coalesce((
              select max(on_hand - reserved - allocated) from stock where sku_id = s.id), 0) < 5 * s.min_quantity))
        order by p.number limit ${goods.length}`;
      const each = <Name extends string>(names: readonly Name[], found: readonly string[]) => {
        if (found.length < names.length)
          throw new Error(`the demo company has ${found.length} of ${names.length} wanted`);
        return Object.fromEntries(names.map((name, at) => [name, found[at]])) as Record<Name, string>;
      };
      return {
        customers: each(
          customers,
          companies.map(({ number }) => number),
        ),
        onAccount: each(
          onAccount,
          worthy.map(({ number }) => number),
        ),
        goods: each(
          goods,
          products.map(({ id }) => id),
        ),
      };
    },
    goods: async (whose: GoodsOf): Promise<Goods> => {
      const [found] = await sql<
        Goods[]
      >`select id, number, name, axes from products where id = ${allotted().goods[whose]}`;
      if (!found) throw new Error(`no goods were allotted to ${whose}`);
      return found;
    },
    /** One variant of a product and the least of it that may be ordered. */
    leastOf: async ({ id }: Goods): Promise<{ skuId: string; quantity: number }> => {
      const [found] = await sql<{ skuId: string; quantity: number }[]>`
        select id as "skuId", (ceil(min_quantity::numeric / multiple) * multiple)::int as quantity
        from skus where product_id = ${id} and status = 'active' order by position desc limit 1`;
      if (!found) throw new Error(`${id} has no variant`);
      return found;
    },
    /** Two items of different products, well in stock, to be ordered by number. */
    twoItems: async (): Promise<{ a: Item; b: Item }> => {
      const [a, b] = await sql<Item[]>`
        select s.item_number as "itemNumber", s.unit ->> 'zh' as unit,
          (ceil(s.min_quantity::numeric / s.multiple) * s.multiple)::int as quantity
        from skus s join products p on p.id = s.product_id
        where p.status = 'published' and s.status = 'active' and s.position = 0
          and not exists (select from assortment_goods g where g.ref in (p.id::text, p.brand_id::text, p.category_id::text))
          and (select max(on_hand - reserved - allocated) from stock where sku_id = s.id) > 20 * s.min_quantity
        order by s.item_number desc limit 2`;
      if (!a || !b) throw new Error('the demo company has too little in stock');
      return { a, b };
    },
    customer: (whose: CustomerOf): Promise<Customer> => customerOf(allotted().customers[whose]),
    /** With much credit left and nothing overdue: he may order on account, and has usual goods. */
    creditworthy: (whose: OnAccount): Promise<Customer> => customerOf(allotted().onAccount[whose]),
    /** Somebody of the same company who fills carts and orders as its owner does. */
    colleague: async ({ number }: Customer): Promise<{ login: string; name: string; ownerName: string }> => {
      const [found] = await sql<{ login: string; name: string; ownerName: string }[]>`
        select b.login, b.name, o.name as "ownerName" from companies c
        join buyers b on b.company_id = c.id and b.role = 'purchaser' and b.active
        join buyers o on o.company_id = c.id and o.role = 'owner' and o.active
        where c.number = ${number} order by b.login limit 1`;
      if (!found) throw new Error(`${number} has one buyer only`);
      return found;
    },
    /** A customer's own price list that has never been published, and a variant that it prices. */
    ownPrices: async (): Promise<{ code: string; page: string; customer: string; owner: string }> => {
      const [found] = await sql<{ code: string; page: string; customer: string; owner: string }[]>`
        select l.code, '/goods/' || p.id || '?sku=' || s.id as page, c.name as customer, b.login as owner
        from price_lists l
        join companies c on c.id = l.company_id and c.status = 'active'
        join buyers b on b.company_id = c.id and b.role = 'owner' and b.active
        join prices r on r.price_list_id = l.id
        join skus s on s.id = r.sku_id and s.status = 'active'
        join products p on p.id = s.product_id and p.status = 'published'
        where l.kind = 'customer' and l.active and l.version = 0 order by l.code, s.item_number limit 1`;
      if (!found) throw new Error('no customer of the demo company has prices of his own');
      return found;
    },
    /** An order that arrived some days ago, nothing of it sent back yet, with its company's owner. */
    returnable: async (place: number): Promise<{ id: string; owner: string }> => {
      const [found] = await sql<{ id: string; owner: string }[]>`
        select o.id, b.login as owner from orders o
        join companies c on c.id = o.company_id and c.status = 'active'
        join buyers b on b.company_id = c.id and b.role = 'owner' and b.active
        where o.display_status = 'delivered' and o.approval = 'picking'
          and not exists (select from returns r where r.order_id = o.id)
          and (select min(delivered_at) from shipments s where s.order_id = o.id) > now() - interval '5 days'
          and exists (select from order_lines l where l.order_id = o.id and l.position = 1 and l.delivered >= 2)
        order by o.number limit 1 offset ${place}`;
      if (!found) throw new Error('no order of the demo company has just arrived');
      return found;
    },
    /** Where the goods of an order are held. */
    warehouseOf: async (number: string): Promise<string> => {
      const [found] = await sql<{ id: string }[]>`
        select r.warehouse_id as id from reservations r join orders o on o.id = r.order_id
        where o.number like ${`%${number}`} and r.state in ('reserved', 'allocated') limit 1`;
      if (!found) throw new Error(`nothing is held for ${number}`);
      return found.id;
    },
    /**
     * An order under review, as if finance reviewed after the reviewer, who has passed it: a state that otherwise only a
     * setting brings about, and that would be one for all journeys at once.
     */
    secondReview: async (number: string): Promise<{ id: string }> => {
      const [found] = await sql<{ id: string; version: number }[]>`
        select id, version from orders where approval = 'in-review' and number like ${`%${number}`}`;
      if (!found) throw new Error(`${number} is not under review`);
      await sql`delete from order_reviews where order_id = ${found.id}`;
      await sql`
        insert into order_reviews (order_id, round, step, position, roles, own_person, passed_by, passed_by_name, passed_at)
        select ${found.id}::uuid, ${found.version}::int, 'order', 0, '{reviewer}'::text[], true, id, name, now() from staff where login = 'reviewer'
        union all select ${found.id}::uuid, ${found.version}::int, 'finance', 1, '{finance}'::text[], true, null, null, null`;
      return found;
    },
    /** What an order costs, what was granted of it, and what is still owed. */
    money: async (id: string): Promise<{ total: number; granted: number; owed: number }> => {
      const [row] = await sql<{ total: number; granted: number; owed: number }[]>`
        select total_amount::int as total, granted_amount::int as granted,
          (total_amount - granted_amount - paid_amount + refunded_amount)::int as owed from orders where id = ${id}`;
      if (!row) throw new Error('no such order');
      return row;
    },
    orders: async ({ number }: Customer): Promise<number> => {
      const [row] = await sql<{ n: number }[]>`
        select count(*)::int as n from orders o join companies c on c.id = o.company_id where c.number = ${number}`;
      return row?.n ?? 0;
    },
    /** Events that have waited for more than some seconds, with why. */
    undelivered: async (): Promise<string[]> => {
      const rows = await sql<{ line: string }[]>`
        select concat_ws(' ', type, aggregate_id, attempts, last_error) as line from outbox
        where delivered_at is null and at < now() - interval '5 seconds' order by seq limit 20`;
      return rows.map(({ line }) => line);
    },
    /** The views that list what must not be and do list something. */
    brokenPromises: async (): Promise<string[]> => {
      const views = await sql<{ name: string }[]>`
        select table_name as name from information_schema.views where table_name like 'inv\\_%' order by 1`;
      const broken: string[] = [];
      for (const { name } of views) if ((await sql`select from ${sql(name)} limit 1`).length > 0) broken.push(name);
      return broken;
    },
    close: () => sql.end(),
  };
};
export type Shop = ReturnType<typeof openShop>;
