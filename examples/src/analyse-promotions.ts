import { parseArgs } from 'node:util';
import { instant } from '@tradeline/domain/kernel';
import type { PriceEntry } from '@tradeline/domain/pricing';
import { analysePromotions, type Basket, type Finding, type Goods } from '@tradeline/domain/promotion/analyse';
import { showAmount } from './lib/amount.ts';
import { readCsv } from './lib/csv.ts';
import { fieldsOf, goodsOf, priceEntryOf } from './lib/order-csv.ts';
import { readPromotions } from './lib/promotion-json.ts';

const USAGE = `usage: analyse-promotions <promotions.json> <goods.csv> [--at 2026-03-06T06:30:00Z] [--json]
  goods.csv  sku, price; optional: min_quantity (several rows of a sku are its tiers), floor, cost, category, product, carton
Finds rules that never act, are always shadowed, have no declared order, meet a floor, sell below cost or make more cheaper than less.`;

const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { at: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [promotionsPath, goodsPath] = positionals;
  if (!promotionsPath || !goodsPath) return fail(USAGE);
  const promotions = readPromotions(promotionsPath);
  if (typeof promotions === 'string') return fail(promotions);
  const { goods, prices, problems } = readGoods(goodsPath);
  for (const problem of problems) console.error(problem);
  const findings = analysePromotions({
    promotions,
    goods,
    prices,
    now: instant(new Date(values.at ?? Date.now()).toISOString()),
  });
  console.log(
    values.json
      ? JSON.stringify(findings, undefined, 2)
      : [...findings.map(sentence), `${findings.length} findings`].join('\n'),
  );
  return findings.length > 0 || problems.length > 0 ? 1 : 0;
};

const readGoods = (path: string): { goods: Goods[]; prices: PriceEntry[]; problems: string[] } => {
  const goods = new Map<string, Goods>();
  const prices: PriceEntry[] = [];
  const problems: string[] = [];
  for (const [index, row] of readCsv(path).entries()) {
    const [price, one] = [priceEntryOf(row), goodsOf(fieldsOf(row))];
    if (typeof price === 'string' || typeof one === 'string') {
      problems.push(`${path} row ${index + 2}: ${typeof price === 'string' ? price : one}`);
      continue;
    }
    prices.push(price);
    if (!goods.has(one.skuId)) goods.set(one.skuId, one);
  }
  return { goods: [...goods.values()], prices, problems };
};

const basketText = (basket: Basket): string =>
  basket.map(({ skuId, quantity }) => `${quantity} × ${skuId}`).join(' + ');

const sentence = (finding: Finding): string => {
  switch (finding.kind) {
    case 'never-fires':
      return `${finding.promotionId} never acts: ${finding.why}`;
    case 'always-shadowed':
      return `${finding.promotionId} is always shadowed${finding.by ? ` by ${finding.by}` : ''} (${finding.reason}): ${basketText(finding.basket)}`;
    case 'undeclared-order':
      return `${finding.promotionIds.join(' and ')} have no declared order: ${basketText(finding.basket)} costs ${showAmount(finding.amount)}, the other way round ${showAmount(finding.amountOtherWay)}`;
    case 'cut-by-floor':
      return `${finding.promotionId} meets the floor price: ${basketText(finding.basket)} gets ${showAmount(finding.heldBack)} less than promised`;
    case 'below-cost':
      return `${finding.promotionIds.join(' and ')} sell below cost: ${basketText(finding.basket)} loses ${showAmount(finding.loss)}`;
    case 'larger-is-cheaper':
      return `more costs less: ${basketText(finding.basket)} is ${showAmount(finding.amount)}, ${basketText(finding.larger)} is ${showAmount(finding.amountLarger)}`;
  }
};

const fail = (message: string): number => {
  console.error(message);
  return 1;
};

process.exitCode = main(process.argv.slice(2));
