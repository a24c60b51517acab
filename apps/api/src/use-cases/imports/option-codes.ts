import type { GoodsRow } from '@tradeline/db/stores';
import { comparable, type NamePair, type OptionCell } from '@tradeline/domain/sheet';

type Axis = GoodsRow['axes'][number];
type Coded = { code: string; name: NamePair };

const answers = ({ code, name }: Coded, wanted: NamePair): boolean => {
  const names = [name.zh, name.en ?? '', code].map(comparable).filter(Boolean);
  return [wanted.zh, wanted.en ?? '']
    .map(comparable)
    .filter(Boolean)
    .some((each) => names.includes(each));
};

const codeFor = ({ zh, en }: NamePair, taken: readonly Coded[]): string => {
  const wanted = (en ?? zh)
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 30);
  for (let n = 1; ; n++) {
    const code = wanted === '' ? `o${taken.length + n}` : n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.some((each) => each.code === code)) return code;
  }
};

/**
 * The codes behind the options of a cell, on axes that grow where a cell names something new. Existing axes and values
 * keep their codes, by which orders and addresses know them.
 */
export const codeOptions = (axes: Axis[], cells: readonly OptionCell[]): Record<string, string> => {
  const options: Record<string, string> = {};
  for (const cell of cells) {
    let axis = axes.find((each) => answers(each, cell.axis));
    if (!axis) {
      axis = { code: codeFor(cell.axis, axes), name: { ...cell.axis }, values: [] };
      axes.push(axis);
    }
    let value = axis.values.find((each) => answers(each, cell.value));
    if (!value) {
      value = { code: codeFor(cell.value, axis.values), name: { ...cell.value } };
      axis.values.push(value);
    }
    options[axis.code] = value.code;
  }
  return options;
};
