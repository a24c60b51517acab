import type { Refusal } from '@tradeline/api/router';
import type { Text } from './i18n.tsx';

type Problem = Extract<Refusal, { kind: 'sheet-refused' }>['problem'];

/** Why a file of order lines is not read, and what would do. */
export const orderFileText = (problem: Problem, t: Text): string => {
  switch (problem.kind) {
    case 'no-header':
    case 'no-rows':
      return t.pad_file_empty();
    case 'formula-without-value':
      return t.pad_file_formula({ cells: problem.cells.slice(0, 5).join(', ') });
    case 'too-many-rows':
    case 'too-many-columns':
    case 'too-many-entries':
    case 'too-large-unpacked':
    case 'takes-too-long':
    case 'takes-too-much-memory':
      return t.pad_file_too_large();
    case 'encrypted':
      return t.pad_file_encrypted();
    case 'not-a-sheet':
    case 'archive-inside':
    case 'declares-entities':
    case 'damaged':
    case 'unknown-encoding':
    case 'broken-csv':
      return t.pad_file_unreadable();
  }
};
