import { type Forecast, fitCandidates, mase, smape } from '@tradeline/domain/forecast';

/** A series that was forecast, and what came. */
export type Judged = {
  readonly season: number;
  readonly train: readonly number[];
  readonly actual: readonly number[];
  readonly result: Forecast;
};

const BESIDE = ['naive', 'ses', 'holt', 'damped', 'theta', 'combination'] as const;
type Row = { readonly name: string; readonly smape: number[]; readonly mase: number[] };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every forecast of one series: the automatic one and the single methods. A series that never changed has no MASE. */
const scoresOf = ({ season, train, actual, result }: Judged) => {
  const { fits } = fitCandidates(Float64Array.from(train), season, actual.length);
  const all: readonly (readonly [string, ArrayLike<number>])[] = [
    ['automatic', result.forecast],
    ...BESIDE.flatMap((name) =>
      fits.filter(({ method }) => method === name).map(({ fit }) => [name, fit.forecast] as const),
    ),
  ];
  return all.map(([name, forecast]) => ({
    name,
    smape: smape(actual, forecast),
    mase: mase(train, actual, forecast, season),
  }));
};

const coverage = (judged: readonly Judged[]): number => {
  const hits = judged.flatMap(({ actual, result }) =>
    actual.map((value, j) => (value >= result.lower[j]! && value <= result.upper[j]! ? 1 : 0)),
  );
  return mean(hits);
};

const section = (title: string, judged: readonly Judged[]): string[] => {
  const rows = new Map<string, Row>();
  for (const one of judged)
    for (const score of scoresOf(one)) {
      const row = rows.get(score.name) ?? { name: score.name, smape: [], mase: [] };
      row.smape.push(score.smape);
      if (score.mase !== undefined) row.mase.push(score.mase);
      rows.set(score.name, row);
    }
  return [
    '',
    `${title}: ${judged.length} series, intervals held ${(100 * coverage(judged)).toFixed(1)}% of the values`,
    `${''.padEnd(14)}${'sMAPE'.padStart(8)}${'MASE'.padStart(8)}`,
    ...[...rows.values()].map(
      (row) =>
        `${row.name.padEnd(14)}${mean(row.smape).toFixed(2).padStart(8)}${mean(row.mase).toFixed(3).padStart(8)}`,
    ),
  ];
};

/** Errors over all series and by season, the automatic choice beside the single methods, and how often the intervals held. */
export const judgementOf = (judged: readonly Judged[]): string[] => {
  const seasons = [...new Set(judged.map(({ season }) => season))].toSorted((a, b) => b - a);
  return [
    ...section('all', judged),
    ...(seasons.length < 2
      ? []
      : seasons.flatMap((season) =>
          section(
            `season ${season}`,
            judged.filter((one) => one.season === season),
          ),
        )),
  ];
};
