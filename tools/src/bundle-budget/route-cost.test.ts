import { expect, test } from 'vitest';
import { over } from './budgets.ts';
import { type Manifest, routeCosts } from './route-cost.ts';

const component = (name: string) => `src/routes/${name}.tsx?tsr-split=component`;
const house: Manifest = {
  'index.html': { file: 'entry', isEntry: true, imports: ['_shared'] },
  _shared: { file: 'shared', imports: ['_deep'] },
  _deep: { file: 'deep', imports: ['_shared'] },
  [component('_app')]: { file: 'layout', imports: ['index.html'] },
  [component('_app/index')]: { file: 'home', imports: ['index.html', '_shared'] },
  [component('_app/goods.$productId_.edit')]: { file: 'heavy', imports: ['_chart'] },
  [component('sign-in')]: { file: 'door' },
  _chart: { file: 'chart' },
  'src/later.tsx': { file: 'later' },
  'zh.js': { file: 'zh' },
  'en.js': { file: 'en' },
};
const weights: Record<string, number> = {
  entry: 50,
  shared: 20,
  deep: 5,
  layout: 7,
  home: 3,
  heavy: 11,
  chart: 200,
  door: 1,
  zh: 9,
  en: 8,
};
const weigh = (file: string) => ({ gzip: weights[file] ?? Number.NaN, brotli: (weights[file] ?? Number.NaN) / 2 });
const costs = routeCosts(house, ['zh.js', 'en.js'], weigh);

test('a route costs its entry, its layouts, itself and what they import, each once, and one language', () => {
  expect(costs).toContainEqual({ route: '/', files: 6, gzip: 50 + 20 + 5 + 7 + 3 + 9, brotli: 47 });
});

test('a layout is no page, a page without a layout is one, and what is fetched later costs nothing at first', () => {
  expect(costs.map(({ route }) => route)).toEqual(['/', '/goods/$productId/edit', '/sign-in']);
  expect(costs.at(-1)?.gzip).toBe(50 + 20 + 5 + 1 + 9);
});

test('a route that grew over its budget is named with how much; one without a budget of its own takes the common one', () => {
  const budgets = { routes: { '/': 100 }, others: 250 };
  expect(over(costs, budgets)).toEqual([{ route: '/goods/$productId/edit', gzip: 302, budget: 250 }]);
  expect(over(costs, { routes: { '/': 93 }, others: 400 })).toEqual([{ route: '/', gzip: 94, budget: 93 }]);
});

test('a budget for a route that is gone is told, so that a renamed page does not slip out of it', () => {
  expect(() => over(costs, { routes: { '/basket': 100 }, others: 900 })).toThrow('/basket');
});
