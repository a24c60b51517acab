/** Why a cell cannot be taken, as facts; `report/words.ts` words every kind. `nearest` is what would have worked. */
export type Unfit =
  | { kind: 'empty' }
  /** A NUL, which no text of a database can hold. */
  | { kind: 'not-text' }
  | { kind: 'not-whole'; nearest?: string | undefined }
  | { kind: 'not-decimal'; decimals: number; nearest?: string | undefined }
  | { kind: 'out-of-range'; from: string; to: string }
  | { kind: 'not-a-day'; nearest?: string | undefined }
  | { kind: 'not-a-moment'; nearest?: string | undefined }
  | { kind: 'not-one-of'; allowed: readonly string[]; nearest?: string | undefined }
  | { kind: 'not-json'; detail: string };

/** Why a row cannot be taken: an unfit cell, or its place among the other rows and records. */
export type RowReason =
  | Unfit
  | { kind: 'wrong-field-count'; expected: number; found: number }
  | { kind: 'duplicate-key'; otherRow: number }
  | { kind: 'no-such-row'; file: string; nearest?: string | undefined }
  | { kind: 'no-parts'; file: string }
  | { kind: 'depends-on'; file: string; row: number }
  | { kind: 'part-is-bad'; file: string; row: number }
  | { kind: 'already-taken'; what: string; value: string }
  | { kind: 'moved-on-here'; what: string; version: number }
  | { kind: 'below-promised'; onHand: number; promised: number };

/** One bad row, by file and row as a spreadsheet counts them: the header is row 1. `column` is absent where the whole row is meant. */
export type Problem = {
  file: string;
  row: number;
  key: string;
  column?: string | undefined;
  found?: string | undefined;
  /** The key of the whole that the row is a part of, as written. */
  owner?: string | undefined;
  reason: RowReason;
};

/** Why a file cannot be read at all; such a folder is refused even with `skipBad`. */
export type FileProblem =
  | { kind: 'missing-file'; file: string; nearest?: string | undefined }
  | { kind: 'no-header'; file: string }
  | { kind: 'not-utf8'; file: string }
  | { kind: 'broken-csv'; file: string; line: number; detail: string }
  | { kind: 'missing-column'; file: string; column: string; nearest?: string | undefined }
  | { kind: 'column-twice'; file: string; column: string };
