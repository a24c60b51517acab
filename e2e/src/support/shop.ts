import postgres from 'postgres';

type Bilingual = { zh: string; en?: string };
type Axis = { name: Bilingual; values: { name: Bilingual }[] };
export type Goods = { id: string; number: string; name: Bilingual; axes: [Axis, ...Axis[]] };

/** Facts of the demo company that a journey needs before it begins; journeys change data through the screens only. */
export const openShop = () => {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  return {
    /** A product with options of which every variant is well in stock. Journeys that run at once take different ones. */
    goods: async (place: number): Promise<Goods> => {
      const [found] = await sql<Goods[]>`
        select p.id, p.number, p.name, p.axes from products p
        where p.status = 'published' and jsonb_array_length(p.axes) > 0 and (select count(*) from skus where product_id = p.id) between 2 and 12
          and not exists (
            select from skus s where s.product_id = p.id and (s.status <> 'active' or coalesce((
              select max(on_hand - reserved - allocated) from stock where sku_id = s.id), 0) < 20 * s.min_quantity))
        order by p.number limit 1 offset ${place}`;
      if (!found) throw new Error('the demo company has too few products in stock');
      return found;
    },
    orders: async (company: string): Promise<number> => {
      const [row] = await sql<{ n: number }[]>`
        select count(*)::int as n from orders o join companies c on c.id = o.company_id where c.number = ${company}`;
      return row?.n ?? 0;
    },
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
