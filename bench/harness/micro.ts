import { quote } from '@tradeline/domain/order';
import { benchOrder } from '../quote-orders.ts';

export type Micro = { name: string; perSecond: number; floorPerSecond: number };

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

/** How often one core prices an order with its trace; beside it how often it copies the very result as JSON. */
export const runMicro = (): Micro[] =>
  (
    [
      [10, 20],
      [100, 20],
    ] as const
  ).map(([lines, promotions]) => {
    const input = benchOrder(lines, promotions);
    const priced = quote(input);
    if (!priced.ok) throw new Error(JSON.stringify(priced.error));
    rate(0.3, () => quote(input));
    return {
      name: `quote of ${lines} lines under ${promotions} promotions`,
      perSecond: rate(1, () => quote(input)),
      floorPerSecond: rate(0.5, () => JSON.parse(JSON.stringify(priced.value))),
    };
  });
