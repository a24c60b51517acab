import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { parseCsv } from './parse-csv.ts';
import { parseXlsx } from './parse-xlsx.ts';
import { SHEET_LIMITS, type Sheet, type SheetProblem } from './sheet.ts';

/** Reads a whole file into rows of text; the first row that is not empty names the columns. Runs in a thread of its own. */
export const parseSheet = async (path: string): Promise<Result<Sheet, SheetProblem>> => {
  const bytes = await readFile(path);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parsed = isZip ? await parseXlsx(path, bytes) : parseCsv(bytes);
  if (!parsed.ok) return parsed;
  const { rows: all, formulas } = Array.isArray(parsed.value) ? { rows: parsed.value, formulas: 0 } : parsed.value;
  const filled = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...rows] = filled;
  if (!head) return err({ kind: 'no-header' });
  if (rows.length === 0) return err({ kind: 'no-rows' });
  if (rows.length > SHEET_LIMITS.rows) return err({ kind: 'too-many-rows', limit: SHEET_LIMITS.rows });
  if (head.cells.length > SHEET_LIMITS.columns) return err({ kind: 'too-many-columns', limit: SHEET_LIMITS.columns });
  return ok({ header: head.cells.map((cell) => cell.trim()), rows, formulas });
};
