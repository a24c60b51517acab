import { cpus } from 'node:os';
import { quote } from '@tradeline/domain/order';
import { benchOrder } from './quote-orders.ts';

/**
 * How many orders one core prices in a second of processor time, trace included. Beside each figure stands the machine's floor: how often
 * the same core copies the very result as JSON, which any program that only passed it on would have to do.
 */
const CASES = [
  { lines: 10, promotions: 20, seconds: 3 },
  { lines: 30, promotions: 50, seconds: 3 },
  { lines: 200, promotions: 100, seconds: 3 },
  { lines: 2000, promotions: 500, seconds: 6 },
] as const;

/** Runs of some work in a second of processor time, so that a busy machine does not look like a slow program. */
const rate = (seconds: number, work: () => unknown): number => {
  const start = process.threadCpuUsage();
  let [count, spent] = [0, 0];
  while (spent < seconds) {
    work();
    count += 1;
    const { user, system } = process.threadCpuUsage(start);
    spent = (user + system) / 1e6;
  }
  return count / spent;
};

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, one core`);
for (const { lines, promotions, seconds } of CASES) {
  const input = benchOrder(lines, promotions);
  const priced = quote(input);
  if (!priced.ok) throw new Error(JSON.stringify(priced.error));
  rate(1, () => quote(input));
  const quotes = rate(seconds, () => quote(input));
  const copies = rate(1, () => JSON.parse(JSON.stringify(priced.value)));
  const { trace, applied, rejected } = priced.value;
  console.log(
    `${lines} lines, ${promotions} promotions: ${quotes.toFixed(quotes < 10 ? 2 : 0)} quotes/s (${(1000 / quotes).toFixed(3)} ms); ` +
      `floor ${copies.toFixed(0)} copies/s; ${applied.length} applied, ${rejected.length} rejected, ${trace.length} trace entries`,
  );
}
