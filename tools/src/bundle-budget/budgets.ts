import type { RouteCost } from './route-cost.ts';

/** Bytes of gzip. */
export type Budgets = { routes: Record<string, number>; others: number };

const kB = (n: number): number => n * 1_000;

/**
 * The portal is opened on a phone in a warehouse: its first page stays below 200 kB. List and product carry the sentences of
 * the whole portal too; until those come by page, they may have a little more.
 */
export const portal: Budgets = {
  routes: { '/': kB(200), '/goods': kB(210), '/goods/$productId': kB(210), '/sign-in': kB(190) },
  others: kB(270),
};

/** The console works on a desk; its pages may grow by a twentieth before somebody has to look why. */
export const console: Budgets = {
  routes: {
    '/': kB(353),
    '/account': kB(345),
    '/assortments': kB(351),
    '/assortments/$id': kB(380),
    '/assortments/display': kB(375),
    '/assortments/seen': kB(374),
    '/attributes': kB(356),
    '/brands': kB(353),
    '/bulk-edit': kB(372),
    '/categories': kB(356),
    '/customers': kB(356),
    '/customers/$customerId': kB(387),
    '/imports': kB(355),
    '/imports/$jobId': kB(354),
    '/imports/new': kB(362),
    '/news': kB(371),
    '/orders': kB(392),
    '/orders/$orderId': kB(400),
    '/prices': kB(382),
    '/prices/$listId': kB(410),
    '/prices/$listId/drafts/$versionId': kB(373),
    '/prices/sheet': kB(380),
    '/products': kB(360),
    '/products/$productId': kB(379),
    '/products/$productId/edit': kB(402),
    '/products/new': kB(369),
    '/search-words': kB(350),
    '/sign-in': kB(305),
  },
  others: kB(410),
};

export type Over = { route: string; gzip: number; budget: number };

/** The routes that weigh more than they may. */
export const over = (costs: readonly RouteCost[], { routes, others }: Budgets): Over[] => {
  const gone = Object.keys(routes).filter((route) => !costs.some((cost) => cost.route === route));
  if (gone.length > 0) throw new Error(`budgets for routes that are not there: ${gone.join(', ')}`);
  return costs
    .map(({ route, gzip }) => ({ route, gzip, budget: routes[route] ?? others }))
    .filter(({ gzip, budget }) => gzip > budget);
};
