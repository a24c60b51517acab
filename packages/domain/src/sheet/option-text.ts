import { err, ok, type Result } from '../kernel/index.ts';
import type { CellProblem, NamePair, OptionCell } from './cell.ts';

const pairOf = (text: string): NamePair | undefined => {
  const [zh = '', en, ...more] = text.split('|').map((part) => part.trim());
  if (zh === '' || more.length > 0) return undefined;
  return en ? { zh, en } : { zh };
};

/** Reads `颜色|Colour=红|Red; 容量=5L`; full-width signs are offered as their plain ones, never taken silently. */
export const readOptions = (text: string): Result<readonly OptionCell[], CellProblem> => {
  const plain = text.replaceAll('；', ';').replaceAll('＝', '=').replaceAll('：', '=').replaceAll('｜', '|');
  const read = parse(text);
  if (read) return ok(read);
  return err({ kind: 'not-options', nearest: plain !== text && parse(plain) ? plain : undefined });
};

const parse = (text: string): OptionCell[] | undefined => {
  const cells: OptionCell[] = [];
  for (const part of text.split(';').filter((each) => each.trim() !== '')) {
    const [axis, value, ...more] = part.split('=').map(pairOf);
    if (!axis || !value || more.length > 0) return undefined;
    if (cells.some((cell) => cell.axis.zh === axis.zh)) return undefined;
    cells.push({ axis, value });
  }
  return cells.length > 0 ? cells : undefined;
};

const pairText = ({ zh, en }: NamePair): string => (en ? `${zh}|${en}` : zh);

export const optionsText = (cells: readonly OptionCell[]): string =>
  cells.map(({ axis, value }) => `${pairText(axis)}=${pairText(value)}`).join('; ');
