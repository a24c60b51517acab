import type { Slower } from './compare.ts';
import type { Run } from './measure.ts';
import { type Results, verdictsOf } from './results.ts';

const number = (value: number | undefined, digits?: number): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits ?? (value < 10 ? 2 : value < 100 ? 1 : 0));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const figures = ({ perSecond, p50, p95, p99, apiCpu, databaseCpu }: Run): string[] => [
  number(perSecond),
  number(p50),
  number(p95),
  number(p99),
  number(apiCpu, 2),
  number(databaseCpu, 2),
];

/** Everything that was measured, as a person reads it. */
export const markdownOf = (results: Results, slower: readonly Slower[] | undefined): string => {
  const { machine, options, workloads, starts, race, fanOut, silence, install, micro } = results;
  const rows = workloads.flatMap(({ title, runs, floor, statements, trips, transactionTrips }) => [
    ...Object.entries(runs).map(([clients, run], at) => [
      at === 0 ? title : '',
      clients,
      ...figures(run),
      at === 0
        ? `${number(statements)} / ${number(trips)}${transactionTrips > 0 ? ` (${number(transactionTrips)})` : ''}`
        : '',
    ]),
    ...(floor ? [['*floor: the same SQL alone*', '', ...figures({ ...floor, apiCpu: floor.clientCpu }), '']] : []),
  ]);
  const failures = workloads.flatMap(({ name, runs }) =>
    Object.entries(runs).flatMap(([clients, run]) =>
      Object.entries(run.failures).map(([why, times]) => `${name} at ${clients}: ${times} × ${why}`),
    ),
  );
  const parts = [
    `${machine.processor}, ${machine.cores} cores, ${number(machine.memoryGiB)} GiB, Node ${machine.node}, PostgreSQL ${machine.postgres}; ` +
      `load before the run ${number(machine.load)}; ${options.runs} runs of ${options.seconds} s each, medians; commit ${results.commit}, ${results.at}.`,
    tableOf(
      [
        'Workload',
        'clients',
        'a second',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'API CPU ms',
        'PostgreSQL CPU ms',
        'SQL / trips (in transaction)',
      ],
      rows,
    ),
    tableOf(
      ['Bar', 'asked', 'measured', ''],
      verdictsOf(results).map(({ what, bar, measured, met }) => [what, bar, measured, met ? 'met' : '**missed**']),
    ),
    ...(race
      ? [
          `Race: ${race.asked} orders for ${100} units in ${number(race.seconds)} s, ${race.sold} sold, refused: ${JSON.stringify(race.refused)}.`,
        ]
      : []),
    ...(fanOut
      ? [
          `Fan-out: ${fanOut.heard} of ${fanOut.streams} streams heard of an event, first after ${number(fanOut.firstMs)} ms, p95 ${number(fanOut.p95Ms)} ms, last ${number(fanOut.lastMs)} ms; ${number(fanOut.memoryMiB)} MiB more memory.`,
        ]
      : []),
    ...(silence
      ? [
          `Silence: ${silence.perSecond} mixed calls a second, p50 ${number(silence.calmP50)} and p95 ${number(silence.calmP95)} ms; while ${silence.payers} pay at a gateway that never answers ${number(silence.silentP50)} and ${number(silence.silentP95)} ms; ${silence.heldOpen} transactions held open for a second, ${silence.failures} failures.`,
        ]
      : []),
    ...Object.entries(starts).map(
      ([size, start]) =>
        `Start, ${size} data: answers after ${number(start.answeredMs)} ms, ready after ${number(start.readyMs)} ms, idle memory ${number(start.idleMiB)} MiB.`,
    ),
    ...(results.memoryMiB === undefined
      ? []
      : [`Memory of the API after all of it: ${number(results.memoryMiB)} MiB.`]),
    ...(install
      ? [`Size: node_modules ${number(install.modulesMiB)} MiB, bundle of the API ${number(install.apiBundleMiB)} MiB.`]
      : []),
    ...micro.map(
      ({ name, perSecond, floorPerSecond }) =>
        `Domain: ${name}: ${number(perSecond)}/s on one core (a JSON copy of the result: ${number(floorPerSecond)}/s).`,
    ),
    results.brokenPromises.length === 0
      ? 'All promises of the data (`inv_*`) hold after the run.'
      : `**Broken promises: ${results.brokenPromises.join(', ')}**`,
    ...(failures.length > 0 ? [`**Failures: ${failures.join('; ')}**`] : []),
    ...(slower === undefined
      ? []
      : slower.length === 0
        ? ['No workload is 20 % slower than the baseline, relative to its floor.']
        : slower.map(
            ({ name, by, before, now }) =>
              `**SLOWER: ${name} by ${(100 * by).toFixed(0)} % relative to its floor (${number(before)} → ${number(now)} of it).**`,
          )),
  ];
  return `${parts.join('\n\n')}\n`;
};
