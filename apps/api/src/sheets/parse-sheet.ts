import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { parseCsv } from './parse-csv.ts';
import { parseXlsx } from './parse-xlsx.ts';
import { SHEET_LIMITS, type Sheet, type SheetProblem, type SheetRow } from './sheet.ts';

export type SheetHead = Omit<Sheet, 'rows'>;

/**
 * Reads a whole file and gives its rows as they come; the first row that is not empty names the columns. What was given
 * counts only when the end says so. Runs in a thread of its own.
 */
export const parseSheet = async (
  path: string,
  take: (row: SheetRow) => void,
): Promise<Result<SheetHead, SheetProblem>> => {
  const bytes = await readFile(path);
  let header: string[] | undefined;
  let count = 0;
  const takeFilled = (row: SheetRow): void => {
    if (!row.cells.some((cell) => cell.trim() !== '')) return;
    if (!header) header = row.cells.map((cell) => cell.trim());
    else if (++count <= SHEET_LIMITS.rows) take(row);
  };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parsed = isZip ? await parseXlsx(path, bytes, takeFilled) : await parseCsv(bytes, takeFilled);
  if (!parsed.ok) return parsed;
  if (!header) return err({ kind: 'no-header' });
  if (count === 0) return err({ kind: 'no-rows' });
  if (count > SHEET_LIMITS.rows) return err({ kind: 'too-many-rows', limit: SHEET_LIMITS.rows });
  if (header.length > SHEET_LIMITS.columns) return err({ kind: 'too-many-columns', limit: SHEET_LIMITS.columns });
  return ok({ header, count, formulas: parsed.value.formulas });
};
