import { err, ok, type Result } from '@tradeline/domain/kernel';
import { streamXlsxRows } from 'hucre/xlsx';
import { openArchive } from './archive.ts';
import { SHEET_LIMITS, type SheetProblem, type SheetRow } from './sheet.ts';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/iu;
/** A formula that was saved without its value. */
const UNVALUED =
  /<c\s[^>]*?r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[^>]*(?:\/>|>[^<]*<\/f>)\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>/gu;
const FORMULA = /<f[\s>/]/gu;
/** No tag that is looked for is longer; this much of a part is kept for the next one. */
const OVERLAP = 8_192;

type Looked = { formulas: number; unvalued: string[] };

/**
 * Gives the rows of the first sheet of an xlsx file. Before its reader sees it, every part is unpacked once, counted against what its
 * directory said and looked through: entities are refused, formulas counted, those without a value named.
 */
export const parseXlsx = async (
  path: string,
  bytes: Uint8Array,
  take: (row: SheetRow) => void,
): Promise<Result<{ formulas: number }, SheetProblem>> => {
  const looked = await lookThrough(path);
  if (!looked.ok) return looked;
  if (looked.value.unvalued.length > 0) return err({ kind: 'formula-without-value', cells: looked.value.unvalued });
  let rows = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) {
      if (rows++ > SHEET_LIMITS.rows + 1) break;
      take({ row: index + 1, cells: values.map(cellText) });
    }
  } catch {
    return err({ kind: 'damaged' });
  }
  return ok({ formulas: looked.value.formulas });
};

const lookThrough = async (path: string): Promise<Result<Looked, SheetProblem>> => {
  const archive = await openArchive(path, SHEET_LIMITS);
  if (!archive.ok) return archive;
  const { entries, read, close } = archive.value;
  const seen: Looked = { formulas: 0, unvalued: [] };
  try {
    if (!entries.some((entry) => SHEET.test(entry.fileName))) return err({ kind: 'not-a-sheet' });
    for (const entry of entries) {
      let carried = '';
      let counted = 0;
      for await (const chunk of await read(entry)) {
        if (!/\.(xml|rels)$/iu.test(entry.fileName)) continue;
        const text = carried + chunk.toString('latin1');
        if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) return err({ kind: 'declares-entities', entry: entry.fileName });
        if (SHEET.test(entry.fileName)) {
          seen.formulas += (text.match(FORMULA)?.length ?? 0) - counted;
          for (const [, cell = ''] of text.matchAll(UNVALUED))
            if (seen.unvalued.length < 20 && !seen.unvalued.includes(cell)) seen.unvalued.push(cell);
        }
        carried = text.slice(-OVERLAP);
        counted = carried.match(FORMULA)?.length ?? 0;
      }
    }
    return ok(seen);
  } catch {
    return err({ kind: 'damaged' });
  } finally {
    close();
  }
};

/** A cell as a person reads it: a number without an exponent, a date as its day, a truth value as a word. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return String(value);
};
