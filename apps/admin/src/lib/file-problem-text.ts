import type { Refusal } from '@tradeline/api/router';
import type { Text } from './i18n.tsx';

export type FileProblem = Extract<Refusal, { kind: 'sheet-refused' }>['problem'];
type Words = { [K in FileProblem['kind']]: (facts: Extract<FileProblem, { kind: K }>, t: Text) => string };

const mebi = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const words: Words = {
  'not-a-sheet': (_, t) => t.imports_file_not_a_sheet(),
  'too-many-entries': ({ limit, found }, t) => t.imports_file_too_many_entries({ limit, found }),
  'too-large-unpacked': ({ limit, found }, t) =>
    t.imports_file_too_large_unpacked({ limit: mebi(limit), found: mebi(found) }),
  'archive-inside': ({ entry }, t) => t.imports_file_archive_inside({ entry }),
  'declares-entities': ({ entry }, t) => t.imports_file_declares_entities({ entry }),
  encrypted: (_, t) => t.imports_file_encrypted(),
  damaged: (_, t) => t.imports_file_damaged(),
  'unknown-encoding': (_, t) => t.imports_file_unknown_encoding(),
  'broken-csv': ({ row }, t) => t.imports_file_broken_csv({ row }),
  'too-many-rows': ({ limit }, t) => t.imports_file_too_many_rows({ limit }),
  'too-many-columns': ({ limit }, t) => t.imports_file_too_many_columns({ limit }),
  'formula-without-value': ({ cells }, t) => t.imports_file_formula_without_value({ cells: cells.join(', ') }),
  'no-header': (_, t) => t.imports_file_no_header(),
  'no-rows': (_, t) => t.imports_file_no_rows(),
  'takes-too-long': ({ seconds }, t) => t.imports_file_takes_too_long({ seconds }),
  'takes-too-much-memory': ({ mebibytes }, t) => t.imports_file_takes_too_much_memory({ mebibytes }),
};

/** Why a file is not read at all, and what to do about it. */
export const fileProblemText = (problem: FileProblem, t: Text): string =>
  (words[problem.kind] as (facts: FileProblem, t: Text) => string)(problem, t);
