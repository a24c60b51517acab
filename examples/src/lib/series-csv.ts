import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** One row of a file of series: values in order of time, null for a gap; blanks before the first and after the last value do not count. */
export type SeriesRow = {
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly season?: number;
  readonly horizon?: number;
};
export type SeriesFile = { readonly rows: readonly SeriesRow[]; readonly problems: readonly string[] };

const BLANK = new Set(['', 'na', 'nan', 'null']);
const isBlank = (cell: string): boolean => BLANK.has(cell.trim().toLowerCase());

/** Words for a season that files use instead of its length. */
const SEASONS: Readonly<Record<string, number>> = { yearly: 1, quarterly: 4, monthly: 12, weekly: 52, daily: 7 };
const seasonOf = (cell: string | undefined): number | undefined => {
  if (cell === undefined || isBlank(cell)) return undefined;
  return SEASONS[cell.trim().toLowerCase()] ?? Number(cell);
};

/**
 * Reads `id,V1,V2,…` (`.gz` unpacked): values stand in the columns whose names are one prefix and a number, such as V1 or
 * F1. Optional columns: `season` or `m` or `period` (12, or MONTHLY), and `horizon` or `h`. Rows may be shorter than the head.
 */
export const readSeries = (path: string, prefix = 'V'): SeriesFile => {
  const bytes = readFileSync(path);
  const [head = [], ...lines] = parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const column = (...names: readonly string[]): number =>
    head.findIndex((name) => names.includes(name.trim().toLowerCase()));
  const [id, season, horizon] = [column('id'), column('season', 'm', 'period'), column('horizon', 'h')];
  const valueName = new RegExp(`^${prefix}\\d+$`, 'i');
  const places = head.flatMap((name, at) => (valueName.test(name.trim()) ? [at] : []));
  if (id < 0 || places.length === 0)
    return { rows: [], problems: [`${path}: the first line must name the columns id, ${prefix}1, ${prefix}2, …`] };
  const problems: string[] = [];
  const rows = lines.flatMap((cells): SeriesRow[] => {
    const texts = places.map((at) => cells[at] ?? '');
    const [first, last] = [texts.findIndex((text) => !isBlank(text)), texts.findLastIndex((text) => !isBlank(text))];
    const values = first < 0 ? [] : texts.slice(first, last + 1).map((text) => (isBlank(text) ? null : Number(text)));
    const name = cells[id] ?? '';
    const bad = values.findIndex((value) => Number.isNaN(value));
    if (bad >= 0) {
      problems.push(`${name}: ${JSON.stringify(texts[first + bad])} is no number`);
      return [];
    }
    const [m, h] = [
      seasonOf(cells[season]),
      horizon < 0 || isBlank(cells[horizon] ?? '') ? undefined : Number(cells[horizon]),
    ];
    return [
      { id: name, values, ...(m === undefined ? {} : { season: m }), ...(h === undefined ? {} : { horizon: h }) },
    ];
  });
  return { rows, problems };
};
