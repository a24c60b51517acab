import type { Cell, Row, Table } from './table.ts';

/**
 * A column made of others, kept with the card so that it scores raw rows. `of` are the columns of one measure over several
 * periods (BILL_1, BILL_2, …); a ratio divides the mean of `of` by the mean of `by`.
 */
export type Derivation = {
  readonly column: string;
  readonly kind: 'mean' | 'highest' | 'lowest' | 'sum-above-zero' | 'first-minus-last' | 'ratio';
  readonly of: readonly string[];
  readonly by: readonly string[];
};

const MIN_PERIODS = 3;
const MOST_RATIO_PARTS = 6;
/** A mean divides others when it is above zero in at least this share of the rows. */
const POSITIVE_SHARE = 0.8;

const numbersOf = (columns: readonly string[], row: Row): number[] =>
  columns.map((column) => row[column]).filter((cell) => typeof cell === 'number');

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

/** The derived value of a row; null when the row lacks what it needs. */
export const deriveCell = ({ kind, of, by }: Derivation, row: Row): number | null => {
  const values = numbersOf(of, row);
  if (values.length === 0) return null;
  switch (kind) {
    case 'mean':
      return meanOf(values);
    case 'highest':
      return Math.max(...values);
    case 'lowest':
      return Math.min(...values);
    case 'sum-above-zero':
      return values.reduce((total, value) => total + Math.max(0, value), 0);
    case 'first-minus-last':
      return values.length < of.length ? null : values[0]! - values.at(-1)!;
    case 'ratio': {
      const divisor = meanOf(numbersOf(by, row));
      return divisor === null || divisor <= 0 ? null : meanOf(values)! / divisor;
    }
  }
};

const isNumeric = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => cell === null || typeof cell === 'number') && cells.some((cell) => cell !== null);

/** Columns whose names differ in a final number only, by that number: `PAY_0, PAY_2, …`. */
const periodsIn = (columns: readonly string[]): { readonly name: string; readonly of: readonly string[] }[] => {
  const families = new Map<string, { column: string; period: number }[]>();
  for (const column of columns) {
    const match = /^(.*\D)(\d+)$/.exec(column);
    if (match) families.set(match[1]!, [...(families.get(match[1]!) ?? []), { column, period: Number(match[2]) }]);
  }
  return [...families]
    .filter(([, members]) => members.length >= MIN_PERIODS)
    .map(([name, members]) => ({
      name: `${name}*`,
      of: members.sort((a, b) => a.period - b.period).map(({ column }) => column),
    }));
};

const rowAt = (table: Table, columns: readonly string[], row: number): Row =>
  Object.fromEntries(columns.map((column) => [column, table[column]![row]!]));

const positiveShare = (table: Table, of: readonly string[], rows: number): number => {
  let positive = 0;
  for (let row = 0; row < rows; row += 1) if ((meanOf(numbersOf(of, rowAt(table, of, row))) ?? 0) > 0) positive += 1;
  return positive / rows;
};

/**
 * Columns worth trying beside the given ones: mean, extremes, sum above zero and change of every measure that is given for
 * three or more periods, and ratios between such measures and single amounts. A column of distinct whole numbers is an
 * identifier and takes no part.
 */
export const deriveColumns = (table: Table): readonly Derivation[] => {
  const columns = Object.keys(table)
    .filter((column) => isNumeric(table[column]!))
    .sort();
  const rows = columns[0] === undefined ? 0 : table[columns[0]]!.length;
  const families = periodsIn(columns);
  const within = (['mean', 'highest', 'lowest', 'sum-above-zero', 'first-minus-last'] as const).flatMap((kind) =>
    families.map(({ name, of }): Derivation => ({ column: `${kind}(${name})`, kind, of, by: [] })),
  );
  const inFamily = new Set(families.flatMap(({ of }) => of));
  const single = columns.filter((column) => {
    const cells = table[column]!;
    const distinct = new Set(cells).size;
    const identifier = distinct === rows && cells.every((cell) => Number.isInteger(cell));
    return !inFamily.has(column) && distinct > 20 && !identifier;
  });
  const parts = [...families, ...single.map((column) => ({ name: column, of: [column] }))]
    .map((part) => ({ ...part, positive: positiveShare(table, part.of, rows) }))
    .filter((part) => part.positive >= POSITIVE_SHARE)
    .sort((a, b) => b.positive - a.positive || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_RATIO_PARTS);
  const ratios = parts.flatMap((divisor, at) =>
    parts.slice(at + 1).map(
      ({ name, of }): Derivation => ({
        column: `ratio(${name}, ${divisor.name})`,
        kind: 'ratio',
        of,
        by: divisor.of,
      }),
    ),
  );
  return [...within, ...ratios];
};

/** The table with the derived columns beside the given ones. */
export const withDerived = (table: Table, derivations: readonly Derivation[]): Table => {
  const rows = Object.values(table)[0]?.length ?? 0;
  const derived = derivations.map((derivation) => {
    const needed = [...derivation.of, ...derivation.by];
    return [
      derivation.column,
      Array.from({ length: rows }, (_, row) => deriveCell(derivation, rowAt(table, needed, row))),
    ] as const;
  });
  return { ...table, ...Object.fromEntries(derived) };
};
