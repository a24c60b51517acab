import type { RouteCost } from './route-cost.ts';

/** Bytes of gzip. */
export type Budgets = { routes: Record<string, number>; others: number };

const kB = (n: number): number => n * 1_000;

/**
 * The portal is opened on a phone in a warehouse: its first page stays below 200 kB. List and product carry the sentences of
 * the whole portal too; until those come by page, they may have a little more.
 */
export const portal: Budgets = {
  routes: { '/': kB(200), '/goods': kB(210), '/goods/$productId': kB(210), '/sign-in': kB(191) },
  others: kB(270),
};

/** The console works on a desk; its pages may grow by a twentieth before somebody has to look why. */
export const console: Budgets = {
  routes: {
    '/': kB(316),
    '/account': kB(308),
    '/assortments': kB(314),
    '/assortments/$id': kB(340),
    '/assortments/display': kB(336),
    '/assortments/seen': kB(335),
    '/attributes': kB(319),
    '/brands': kB(316),
    '/bulk-edit': kB(327),
    '/categories': kB(318),
    '/customers': kB(318),
    '/customers/$customerId': kB(349),
    '/imports': kB(317),
    '/imports/$jobId': kB(316),
    '/imports/new': kB(324),
    '/news': kB(332),
    '/orders': kB(357),
    '/orders/$orderId': kB(369),
    '/prices': kB(342),
    '/prices/$listId': kB(368),
    '/prices/$listId/drafts/$versionId': kB(333),
    '/prices/sheet': kB(340),
    '/products': kB(323),
    '/products/$productId': kB(340),
    '/products/$productId/edit': kB(362),
    '/products/new': kB(330),
    '/search-words': kB(313),
    '/sign-in': kB(263),
  },
  others: kB(352),
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
