import { parseArgs } from 'node:util';
import { forecast } from '@tradeline/domain/forecast';
import { type Judged, judgementOf } from './lib/forecast-report.ts';
import { runScript } from './lib/run-script.ts';
import { readSeries, type SeriesRow } from './lib/series-csv.ts';

const USAGE = `usage: forecast <series.csv> --season <m> --horizon <h> [options]
  series.csv       id,V1,V2,… one series a row, oldest value first; gaps and trailing blanks allowed
  --season <m>     periods in a season: 12 for months, 4 for quarters, 52 for weeks, 7 for days, 1 for none
  --horizon <h>    periods ahead; a row's own column season (m, period) or horizon (h) goes before both options
  --level <p>      probability of the interval (default 0.95)
  --why            a last column with the weights or the reason of the choice
  --test <file>    id,F1,F2,…: what came; prints the errors of the choice and of single methods instead of the forecasts`;

type Options = { readonly season?: number; readonly horizon?: number; readonly level: number };

const ahead = (row: SeriesRow, options: Options): { readonly season: number; readonly horizon: number } => ({
  season: row.season ?? options.season ?? Number.NaN,
  horizon: row.horizon ?? options.horizon ?? Number.NaN,
});

const csvCell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const rounded = (value: number): string => String(Number(value.toPrecision(10)));

/** Forecasts every series of a file as CSV, or tells how well that would have gone. */
const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      season: { type: 'string' },
      horizon: { type: 'string' },
      level: { type: 'string', default: '0.95' },
      why: { type: 'boolean', default: false },
      test: { type: 'string' },
    },
  });
  const [path] = positionals;
  if (!path) {
    console.error(USAGE);
    return 2;
  }
  const options: Options = {
    level: Number(values.level),
    ...(values.season === undefined ? {} : { season: Number(values.season) }),
    ...(values.horizon === undefined ? {} : { horizon: Number(values.horizon) }),
  };
  const { rows, problems } = readSeries(path);
  const outcomes = rows.map((row) => {
    const { season, horizon } = ahead(row, options);
    return {
      row,
      season,
      horizon,
      result: forecast({ values: row.values, season }, { horizon, level: options.level }),
    };
  });
  const refused = outcomes.flatMap(({ row, result }) =>
    result.ok ? [] : [`${row.id}: no forecast, ${JSON.stringify(result.error)}`],
  );
  const made = outcomes.flatMap(({ result, ...one }) => (result.ok ? [{ ...one, result: result.value }] : []));

  if (values.test === undefined) {
    const most = made.reduce((longest, { horizon }) => Math.max(longest, horizon), 0);
    const numbered = (letter: string): string[] => Array.from({ length: most }, (_, j) => `${letter}${j + 1}`);
    const padded = (list: readonly number[]): string[] =>
      Array.from({ length: most }, (_, j) => (j < list.length ? rounded(list[j]!) : ''));
    const lines = made.map(({ row, result }) =>
      [
        csvCell(row.id),
        result.method,
        ...padded(result.forecast),
        ...padded(result.lower),
        ...padded(result.upper),
        ...(values.why ? [csvCell(JSON.stringify(result.choice))] : []),
      ].join(','),
    );
    const head = ['id', 'method', ...numbered('F'), ...numbered('L'), ...numbered('U'), ...(values.why ? ['why'] : [])];
    process.stdout.write(`${[head.join(','), ...lines].join('\n')}\n`);
  } else {
    const came = new Map(readSeries(values.test, 'F').rows.map((row) => [row.id, row.values]));
    const judged = made.flatMap(({ row, season, horizon, result }): Judged[] => {
      const actual =
        came
          .get(row.id)
          ?.slice(0, horizon)
          .map((value) => value ?? Number.NaN) ?? [];
      const train = row.values.map((value) => value ?? Number.NaN);
      return actual.length === horizon && [...actual, ...train].every(Number.isFinite)
        ? [{ season, train, actual, result }]
        : [];
    });
    console.log(`${judged.length} of ${rows.length} series judged`);
    for (const line of judgementOf(judged)) console.log(line);
  }
  for (const problem of [...problems, ...refused]) console.error(problem);
  return problems.length + refused.length > 0 ? 1 : 0;
};

runScript(main);
