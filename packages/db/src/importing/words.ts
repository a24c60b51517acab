import type { FileProblem, Problem, RowReason } from './problem.ts';
import type { ImportRefusal } from './report.ts';

type Facts<T extends { kind: string }, K extends T['kind']> = Extract<T, { kind: K }>;
type Wording<T extends { kind: string }> = { readonly [K in T['kind']]: (facts: Facts<T, K>) => string };

const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean ${nearest}?`);

const rowWords: Wording<RowReason> = {
  empty: () => 'is empty and must not be',
  'not-text': () => 'holds a character that is no text (NUL)',
  'not-whole': ({ nearest }) => `is not a whole number${meant(nearest)}`,
  'not-decimal': ({ decimals, nearest }) => `is not a number with at most ${decimals} decimals${meant(nearest)}`,
  'out-of-range': ({ from, to }) => `is not between ${from} and ${to}`,
  'not-a-day': ({ nearest }) => `is not a day like 2026-11-23${meant(nearest)}`,
  'not-a-moment': () => 'is not a time like 2026-11-23 14:05:00',
  'not-one-of': ({ allowed, nearest }) =>
    `is not ${allowed.length > 0 ? `one of ${allowed.join(', ')}` : 'known'}${meant(nearest)}`,
  'not-json': ({ detail }) => `is not of the form ${detail}`,
  'wrong-field-count': ({ expected, found }) => `has ${found} fields where the header has ${expected}`,
  'duplicate-key': ({ otherRow }) => `names the same as row ${otherRow}: neither is used`,
  'no-such-row': ({ file, nearest }) => `is not in ${file}${meant(nearest)}`,
  'no-parts': ({ file }) => `has no rows in ${file}`,
  'depends-on': ({ file, row }) => `depends on row ${row} of ${file}, which is not imported`,
  'part-is-bad': ({ file, row }) => `would be incomplete: row ${row} of ${file} belongs to it and is bad`,
  'already-taken': ({ what, value }) => `${what} ${value} is taken by another record already`,
  'moved-on-here': ({ what, version }) =>
    `${what} was changed in the files, but people here have acted on it since (version ${version}): theirs stays`,
  'below-promised': ({ onHand, promised }) =>
    `would leave ${onHand} on the shelf, and ${promised} are promised to orders`,
};

const fileWords: Wording<FileProblem> = {
  'missing-file': ({ file, nearest }) => `${file} is missing${meant(nearest)}`,
  'no-header': ({ file }) => `${file} is empty: the first row must name the columns`,
  'not-utf8': ({ file }) => `${file} is not UTF-8 text; save it as "CSV UTF-8"`,
  'broken-csv': ({ file, line, detail }) => `${file} is not CSV near line ${line} (${detail}); is a quote left open?`,
  'missing-column': ({ file, column, nearest }) => `${file} has no column ${column}${meant(nearest)}`,
  'column-twice': ({ file, column }) => `${file} has the column ${column} twice`,
};

const rowsOf = (problems: readonly Problem[]): Set<string> =>
  new Set(problems.map(({ file, row }) => `${file}:${row}`));
const isFollowing = ({ reason }: Problem): boolean => reason.kind === 'depends-on' || reason.kind === 'part-is-bad';

/** How many rows are bad themselves, and how many only because of them. */
export const badRowsText = (problems: readonly Problem[]): string => {
  const roots = rowsOf(problems.filter((problem) => !isFollowing(problem))).size;
  const following = rowsOf(problems).size - roots;
  const bad = roots === 1 ? '1 bad row' : `${roots} bad rows`;
  return following === 0 ? bad : `${bad} and ${following} that depend on ${roots === 1 ? 'it' : 'them'}`;
};

const refusalWords: Wording<ImportRefusal> = {
  'no-such-folder': ({ folder }) => `There is no folder ${folder}.`,
  'files-unusable': ({ problems }) => `Nothing was imported: ${problems.length} problems with the files.`,
  'rows-refused': ({ problems, read }) =>
    `Nothing was imported: ${badRowsText(problems)}, of ${read} rows. Mend them, or leave them out with --skip-bad.`,
  'does-not-reconcile': ({ controls }) =>
    `Nothing was imported: ${controls.filter(({ agrees }) => !agrees).length} figures of the database do not agree with the files.`,
  stopped: () => 'Stopped: nothing was imported.',
  'already-importing': ({ source }) => `Another import of ${source} is running; wait until it ends.`,
};

const worded = <T extends { kind: string }>(words: Wording<T>, facts: T): string =>
  (words[facts.kind as T['kind']] as unknown as (facts: T) => string)(facts);

const LONGEST = 40;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** `orders.csv row 14, OrderDate "1996-13-01" is not a day like …`. */
export const problemText = ({ file, row, key, column, found, reason }: Problem): string => {
  const subject = column === undefined ? `(${key})` : `${column} ${JSON.stringify(cut(found ?? ''))}`;
  return `${file} row ${row}, ${subject} ${worded(rowWords, reason)}`;
};
export const fileProblemText = (problem: FileProblem): string => worded(fileWords, problem);
export const refusalText = (refusal: ImportRefusal): string => worded(refusalWords, refusal);
