import type { OptionAxis } from '../goods.ts';
import type { Bilingual } from '../i18n.tsx';

type Configured = {
  readonly id: string;
  readonly itemNumber: string;
  readonly options: Readonly<Record<string, string>>;
};
type Heading = { readonly code: string; readonly name: Bilingual };

/** One line of a table of variants; `cells` stand under the columns, empty where a combination is not made. */
export type MatrixRow<Sku> = {
  readonly key: string;
  readonly heading: Bilingual;
  readonly cells: readonly (Sku | undefined)[];
};
export type MatrixGroup<Sku> = {
  readonly key: string;
  /** The values of the axes that are neither rows nor columns. */
  readonly headings: readonly Bilingual[];
  readonly columns: readonly Heading[];
  readonly rows: readonly MatrixRow<Sku>[];
};
export type Matrix<Sku> = {
  readonly rowAxis: Bilingual | undefined;
  readonly columnAxis: Bilingual | undefined;
  readonly groups: readonly MatrixGroup<Sku>[];
};

/** More columns than this do not fit a desk: such goods are lines. */
const MOST_COLUMNS = 12;

/**
 * How the variants of a product are laid out to be ordered together. Two axes make a table (colour down, size across);
 * one axis, or none, makes lines; of more, the last two make tables and the others group them. Variants that the axes do
 * not tell apart, or not all of them have, are lines by item number. Every variant stands exactly once.
 */
export const matrixOf = <Sku extends Configured>(axes: readonly OptionAxis[], skus: readonly Sku[]): Matrix<Sku> => {
  const used = axes
    .map((axis) => ({
      ...axis,
      values: axis.values.filter(({ code }) => skus.some((sku) => sku.options[axis.code] === code)),
    }))
    .filter((axis) => axis.values.length > 0);
  const place = (sku: Sku) => used.map((axis) => sku.options[axis.code] ?? '').join('\u0000');
  const told = new Set(skus.map(place)).size === skus.length;
  const full = skus.every((sku) =>
    used.every((axis) => axis.values.some(({ code }) => code === sku.options[axis.code])),
  );
  if (used.length === 0 || !told || !full) return { rowAxis: undefined, columnAxis: undefined, groups: [lines(skus)] };
  const last = used.at(-1);
  const across = used.length > 1 && last && last.values.length <= MOST_COLUMNS ? last : undefined;
  const down = across ? used.at(-2) : last;
  const others = used.slice(0, across ? -2 : -1);
  const at = new Map(skus.map((sku) => [place(sku), sku]));
  const groups = combinations(others).flatMap((chosen): MatrixGroup<Sku>[] => {
    const find = (row: Heading, column?: Heading) =>
      at.get([...chosen, row, ...(column ? [column] : [])].map(({ code }) => code).join('\u0000'));
    const all = (down?.values ?? []).map((row) => ({
      key: row.code,
      heading: row.name,
      cells: across ? across.values.map((column) => find(row, column)) : [find(row)],
    }));
    const rows = all.filter((row) => row.cells.some(Boolean));
    return rows.length === 0
      ? []
      : [
          {
            key: chosen.map(({ code }) => code).join(' '),
            headings: chosen.map(({ name }) => name),
            columns: across?.values ?? [],
            rows,
          },
        ];
  });
  return { rowAxis: down?.name, columnAxis: across?.name, groups };
};

const lines = <Sku extends Configured>(skus: readonly Sku[]): MatrixGroup<Sku> => ({
  key: '',
  headings: [],
  columns: [],
  rows: skus.map((sku) => ({ key: sku.id, heading: { zh: sku.itemNumber, en: sku.itemNumber }, cells: [sku] })),
});

const combinations = (axes: readonly OptionAxis[]): Heading[][] =>
  axes.reduce<Heading[][]>((rows, axis) => rows.flatMap((row) => axis.values.map((value) => [...row, value])), [[]]);
