import type { SheetCellProblem } from '@tradeline/domain/sheet';
import type { Text } from './i18n.tsx';

type Words = {
  [K in SheetCellProblem['kind']]: (facts: Extract<SheetCellProblem, { kind: K }>, t: Text, found: string) => string;
};

const words: Words = {
  empty: (_, t) => t.imports_problem_empty(),
  'too-long': ({ most, found }, t) => t.imports_problem_too_long({ most, found }),
  'not-text': (_, t) => t.imports_problem_not_text(),
  'not-whole': (_, t) => t.imports_problem_not_whole(),
  'not-decimal': ({ decimals }, t) => t.imports_problem_not_decimal({ decimals }),
  'out-of-range': ({ from, to }, t) => t.imports_problem_out_of_range({ from, to }),
  'not-one-of': ({ allowed }, t) => t.imports_problem_not_one_of({ allowed: allowed.join(', ') }),
  unknown: (_, t, found) => t.imports_problem_unknown({ found: found.trim().slice(0, 60) }),
  ambiguous: ({ names }, t) => t.imports_problem_ambiguous({ names: names.join(', ') }),
  'not-options': (_, t) => t.imports_problem_not_options(),
  'must-not-be-cleared': (_, t) => t.imports_problem_must_not_be_cleared(),
  'below-minimum': ({ minimum }, t) => t.imports_problem_below_minimum({ minimum }),
  'duplicate-row': ({ otherRow }, t) => t.imports_problem_duplicate_row({ row: otherRow }),
  'differs-from-row': ({ otherRow }, t) => t.imports_problem_differs_from_row({ row: otherRow }),
  'other-product': (_, t) => t.imports_problem_other_product(),
  'needs-options': (_, t) => t.imports_problem_needs_options(),
  'same-options': ({ other }, t) => t.imports_problem_same_options({ other }),
  'below-promised': ({ promised }, t) => t.imports_problem_below_promised({ promised }),
};

/** Why a cell cannot be taken, and what would have worked. */
export const cellProblemText = (problem: SheetCellProblem, found: string, t: Text): string => {
  const said = (words[problem.kind] as (facts: SheetCellProblem, t: Text, found: string) => string)(problem, t, found);
  const nearest = 'nearest' in problem ? problem.nearest : undefined;
  return nearest ? t.imports_problem_meant({ problem: said, nearest }) : said;
};
