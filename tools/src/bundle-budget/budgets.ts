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
    '/': kB(308),
    '/account': kB(300),
    '/assortments': kB(306),
    '/assortments/$id': kB(335),
    '/assortments/display': kB(330),
    '/assortments/seen': kB(329),
    '/attributes': kB(311),
    '/brands': kB(308),
    '/bulk-edit': kB(327),
    '/categories': kB(311),
    '/customers': kB(311),
    '/customers/$customerId': kB(342),
    '/imports': kB(310),
    '/imports/$jobId': kB(309),
    '/imports/new': kB(317),
    '/news': kB(326),
    '/orders': kB(350),
    '/orders/$orderId': kB(360),
    '/prices': kB(337),
    '/prices/$listId': kB(365),
    '/prices/$listId/drafts/$versionId': kB(328),
    '/prices/sheet': kB(335),
    '/products': kB(315),
    '/products/$productId': kB(334),
    '/products/$productId/edit': kB(357),
    '/products/new': kB(324),
    '/search-words': kB(305),
    '/sign-in': kB(260),
  },
  others: kB(345),
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
