import { cpus } from 'node:os';
import { forecast } from '@tradeline/domain/forecast';
import { randomFrom } from '@tradeline/domain/statistics';

/**
 * How long one core takes to forecast many series, back-test of every method and intervals included. Beside each figure
 * stands the machine's floor: how often it sums as many squares as a single pass of one fit needs.
 */
const CASES = [
  { name: 'monthly', season: 12, periods: 60, horizon: 12, series: 1000, rare: false },
  { name: 'monthly, ten years', season: 12, periods: 120, horizon: 18, series: 500, rare: false },
  { name: 'weekly, three years', season: 52, periods: 156, horizon: 13, series: 200, rare: false },
  { name: 'weekly, rare demand', season: 52, periods: 104, horizon: 8, series: 500, rare: true },
] as const;

const seriesOf = (seed: number, { periods, season, rare }: (typeof CASES)[number]): number[] => {
  const random = randomFrom(seed);
  const [level, slope, swing] = [50 + 500 * random(), random() - 0.3, 0.5 * random()];
  return Array.from({ length: periods }, (_, t) => {
    if (rare) return random() < 0.3 ? 1 + Math.floor(8 * random() ** 2) : 0;
    const shape = 1 + swing * Math.sin((2 * Math.PI * t) / season);
    return Math.round((level + slope * t) * shape * (0.85 + 0.3 * random()));
  });
};

const secondsOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, processor seconds of one thread`,
);
for (const one of CASES) {
  const all = Array.from({ length: one.series }, (_, seed) => seriesOf(seed + 1, one));
  let refused = 0;
  const seconds = secondsOf(() => {
    for (const values of all) if (!forecast({ values, season: one.season }, { horizon: one.horizon }).ok) refused += 1;
  });
  if (refused > 0) throw new Error(`${refused} series were refused`);
  let sum = 0;
  const floor = secondsOf(() => {
    for (let pass = 0; pass < 1000; pass += 1)
      for (const values of all) for (const value of values) sum += value * value;
  });
  console.log(
    `${one.name}: ${one.series} series of ${one.periods} periods in ${seconds.toFixed(2)} s ` +
      `(${((1000 * seconds) / one.series).toFixed(2)} ms a series); floor: a thousand plain passes ${floor.toFixed(2)} s${sum > 0 ? '' : ', empty'}`,
  );
}
