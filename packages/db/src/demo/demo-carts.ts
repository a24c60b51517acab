import type { InferInsertModel } from 'drizzle-orm';
import type { cartLines, carts } from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { DemoCustomer } from './people/customers.ts';

export type DemoCarts = {
  readonly carts: InferInsertModel<typeof carts>[];
  readonly cartLines: InferInsertModel<typeof cartLines>[];
};

/** The first customer's owner keeps a second cart, and a colleague shares one that both have put goods into. */
export const buildDemoCarts = (
  seed: number,
  now: number,
  catalogue: Catalogue,
  customers: readonly DemoCustomer[],
): DemoCarts => {
  const ids = idsFrom(seed, 'demo-carts');
  const [customer] = customers;
  const owner = customer?.buyers.find(({ role }) => role === 'owner');
  const colleague = customer?.buyers.find(({ role }) => role === 'purchaser' || role === 'approver');
  if (!customer || !owner || !colleague) return { carts: [], cartLines: [] };
  const goods = catalogue.products
    .filter(({ row }) => row.status === 'published')
    .flatMap(({ skus }) => skus.slice(0, 1).map(({ row }) => row));
  const made = at(now - 2 * DAY);
  const cart = (buyerId: string, name: string, shared: boolean): DemoCarts['carts'][number] => ({
    id: ids(now),
    companyId: customer.row.id,
    buyerId,
    name,
    shared,
    current: false,
    createdAt: made,
    updatedAt: made,
  });
  const [second, together] = [cart(owner.id, '新店铺货', false), cart(colleague.id, '年前备货', true)];
  const put = (cartId: string, from: number, people: readonly string[]): DemoCarts['cartLines'] =>
    people.map((addedBy, nth) => {
      const sku = goods[(from + nth * 5) % goods.length]!;
      const step = sku.multiple ?? 1;
      const quantity = Math.ceil((sku.minQuantity ?? 1) / step) * step * 2;
      return { id: ids(now), cartId, skuId: sku.id, quantity, addedBy, addedAt: at(now - 2 * DAY + nth * 60_000) };
    });
  return {
    carts: [second, together],
    cartLines: [
      ...put(second.id, 4, [owner.id, owner.id, owner.id]),
      ...put(together.id, 11, [colleague.id, colleague.id, owner.id, colleague.id]),
    ],
  };
};
