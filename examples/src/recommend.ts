import { parseArgs } from 'node:util';
import {
  associationRules,
  type CustomerHistory,
  chooseWeights,
  customerHistories,
  evaluateRecommender,
  nextBasket,
  recommend,
  trainRecommender,
} from '@tradeline/domain/analytics';
import { isDay } from '@tradeline/domain/calendar';
import { logReport, readOrderLog } from './lib/order-log.ts';
import { evaluationLines, recommendedLine } from './lib/recommend-report.ts';
import { runStreaming } from './lib/run-script.ts';

const USAGE = `usage: recommend <orders.csv> --customer <id> [--cart a,b] [--limit n] [--as-of <day>]
       recommend <orders.csv> --evaluate [--k n]
       recommend <orders.csv> --rules [--support 0.01] [--confidence 0.3] [--limit n]
  orders.csv   order,customer,date,sku,quantity,amount (dates year-month-day; .gz allowed)`;

/** What to offer a customer and why, how well that would have foretold past orders, and which goods go together. */
const main = async (argv: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      customer: { type: 'string' },
      cart: { type: 'string', default: '' },
      limit: { type: 'string', default: '10' },
      'as-of': { type: 'string' },
      evaluate: { type: 'boolean', default: false },
      k: { type: 'string', default: '10' },
      rules: { type: 'boolean', default: false },
      support: { type: 'string', default: '0.01' },
      confidence: { type: 'string', default: '0.3' },
    },
  });
  const [path] = positionals;
  const [limit, k] = [Number(values.limit), Number(values.k)];
  if (!path || !(values.customer || values.evaluate || values.rules) || !(limit > 0 && k > 0)) return fail(USAGE);
  const log = await readOrderLog(path);
  if (typeof log === 'string') return fail(log);
  for (const line of logReport(log)) console.error(line);
  const histories = customerHistories(log.lines);

  if (values.rules) return printRules(histories, Number(values.support), Number(values.confidence), limit);
  if (values.evaluate) {
    const evaluation = evaluateRecommender(histories, { k });
    if (!evaluation) return fail(`${path}: no order to judge by`);
    for (const line of evaluationLines(evaluation)) console.log(line);
    return 0;
  }
  const history = histories.find(({ customerId }) => customerId === values.customer);
  if (!history) return fail(`${path}: no customer ${values.customer}`);
  const asOf =
    values['as-of'] ??
    histories
      .flatMap(({ orders }) => orders.at(-1)?.day ?? [])
      .sort()
      .at(-1);
  if (asOf === undefined || !isDay(asOf)) return fail(USAGE);
  const model = trainRecommender(histories, asOf);
  const cart = values.cart.split(',').filter((sku) => sku !== '');
  const { leftOut, ...lists } = recommend(model, history, asOf, { cart, limit });
  const next = nextBasket(model, history, asOf, { limit, weights: chooseWeights(histories).weights });
  for (const [name, list] of Object.entries({ nextBasket: next, ...lists })) {
    console.log(`${name}:`);
    for (const one of list) console.log(recommendedLine(one));
  }
  console.log(`left out: ${JSON.stringify(leftOut)}`);
  return 0;
};

const printRules = (
  histories: readonly CustomerHistory[],
  minSupport: number,
  minConfidence: number,
  limit: number,
): number => {
  const baskets = histories.flatMap(({ orders }) => orders.map(({ items }) => items.map(({ skuId }) => skuId)));
  const rules = associationRules(baskets, { minSupport, minConfidence });
  if (!rules.ok) return fail(`more than ${rules.error.limit} sets of goods: raise --support`);
  console.log('if,then,orders,support,confidence,lift');
  for (const { antecedent, consequent, count, support, confidence, lift } of rules.value.slice(0, limit))
    console.log(
      [
        antecedent.join(' '),
        consequent.join(' '),
        count,
        support.toFixed(4),
        confidence.toFixed(3),
        lift.toFixed(2),
      ].join(','),
    );
  return 0;
};

const fail = (message: string): number => {
  console.error(message);
  return 1;
};

await runStreaming(main);
