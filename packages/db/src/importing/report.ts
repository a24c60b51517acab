import type { FileProblem, Problem } from './problem.ts';
import type { RecordKind } from './record.ts';

/** Every row of a file, each in exactly one column: read = the sum of the others. */
export type FileCount = {
  file: string;
  read: number;
  created: number;
  unchanged: number;
  updated: number;
  skipped: number;
  setAside: number;
  /** Rows of a file that only serves to read the others. */
  lookedUp: number;
};
export type RecordCount = { kind: RecordKind; created: number; unchanged: number; updated: number; gone: number };
/** A figure from the accepted rows beside the same figure from the database after writing. */
export type ControlResult = { name: string; files: string; database: string; agrees: boolean };
export type TreatmentResult = { file: string; outcome: 'kept' | 'set-aside'; words: string; rows: number[] };

export type ImportReport = {
  source: string;
  title: string;
  dryRun: boolean;
  /** Nothing was new or changed, so nothing was written. */
  nothingToDo: boolean;
  files: FileCount[];
  records: RecordCount[];
  controls: ControlResult[];
  treatments: TreatmentResult[];
  skipped: Problem[];
  unknownColumns: { file: string; columns: string[] }[];
  unknownFiles: string[];
};

/** Why nothing was imported. */
export type ImportRefusal =
  | { kind: 'no-such-folder'; folder: string }
  | { kind: 'files-unusable'; problems: FileProblem[] }
  | { kind: 'rows-refused'; problems: Problem[]; read: number }
  | { kind: 'does-not-reconcile'; controls: ControlResult[] }
  | { kind: 'already-importing'; source: string }
  | { kind: 'stopped' };
