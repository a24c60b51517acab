import { and, eq, type SQL, sql } from 'drizzle-orm';
import { companies, orders } from '../schema/index.ts';

/** Whose orders may be seen: one company's (a buyer), those of a salesperson's customers, or all. */
export type OrderScope =
  | { kind: 'company'; companyId: string }
  | { kind: 'buyer'; companyId: string; buyerId: string }
  | { kind: 'sales'; staffId: string }
  | { kind: 'all' };

/** The condition that keeps a query within a scope. */
export const visibleOrders = (scope: OrderScope): SQL | undefined => {
  switch (scope.kind) {
    case 'company':
      return eq(orders.companyId, scope.companyId);
    case 'buyer':
      return and(eq(orders.companyId, scope.companyId), eq(orders.buyerId, scope.buyerId));
    case 'sales':
      return sql`${orders.companyId} in (select id from ${companies} where ${companies.salesRepId} = ${scope.staffId})`;
    case 'all':
      return undefined;
  }
};
