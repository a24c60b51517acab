/** A sheet as text: what stands in its first row, and the rows below, numbered as a spreadsheet counts them. */
export type Sheet = {
  header: string[];
  rows: SheetRow[];
  /** Rows with something in them, also where not all were kept. */
  count: number;
  /** Cells that hold a formula and were read as the value that was saved with them. */
  formulas: number;
};
export type SheetRow = { row: number; cells: string[] };

/** Why a file is not read at all, as facts. Everything that can be known is known before anything is unpacked. */
export type SheetProblem =
  | { kind: 'not-a-sheet' }
  | { kind: 'too-many-entries'; limit: number; found: number }
  | { kind: 'too-large-unpacked'; limit: number; found: number }
  | { kind: 'archive-inside'; entry: string }
  | { kind: 'declares-entities'; entry: string }
  | { kind: 'encrypted' }
  | { kind: 'damaged' }
  | { kind: 'unknown-encoding' }
  | { kind: 'broken-csv'; row: number }
  | { kind: 'too-many-rows'; limit: number }
  | { kind: 'too-many-columns'; limit: number }
  | { kind: 'formula-without-value'; cells: string[] }
  | { kind: 'no-header' }
  | { kind: 'no-rows' }
  | { kind: 'takes-too-long'; seconds: number }
  | { kind: 'takes-too-much-memory'; mebibytes: number };

export type ArchiveLimits = { entries: number; unpacked: number };
export const SHEET_LIMITS = { entries: 100, unpacked: 50 * 1024 * 1024, rows: 20_000, columns: 200 } as const;
