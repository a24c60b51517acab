import type { RouteCost } from './route-cost.ts';

/** Bytes of gzip. */
export type Budgets = { routes: Record<string, number>; others: number };

const kB = (n: number): number => n * 1_000;

/**
 * The portal is opened on a phone in a warehouse: its first page stays below 200 kB. List and product carry the sentences of
 * the whole portal too; until those come by page, they may have a little more.
 */
export const portal: Budgets = {
  routes: { '/': kB(200), '/goods': kB(205), '/goods/$productId': kB(205), '/sign-in': kB(185) },
  others: kB(270),
};

/** The console works on a desk; its pages may grow by a twentieth before somebody has to look why. */
export const console: Budgets = {
  routes: {
    '/': kB(336),
    '/account': kB(329),
    '/assortments': kB(334),
    '/assortments/$id': kB(362),
    '/assortments/display': kB(357),
    '/assortments/seen': kB(356),
    '/attributes': kB(339),
    '/brands': kB(336),
    '/bulk-edit': kB(354),
    '/categories': kB(339),
    '/customers': kB(339),
    '/customers/$customerId': kB(369),
    '/imports': kB(338),
    '/imports/$jobId': kB(337),
    '/imports/new': kB(345),
    '/news': kB(353),
    '/orders': kB(373),
    '/orders/$orderId': kB(376),
    '/prices': kB(364),
    '/prices/$listId': kB(390),
    '/prices/$listId/drafts/$versionId': kB(355),
    '/prices/sheet': kB(362),
    '/products': kB(343),
    '/products/$productId': kB(361),
    '/products/$productId/edit': kB(383),
    '/products/new': kB(351),
    '/search-words': kB(333),
    '/sign-in': kB(286),
  },
  others: kB(390),
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
