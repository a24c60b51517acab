/** A place where a source file reaches for something that a pure function must not have. */
export type Impurity = { readonly line: number; readonly what: string };

const RULES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['reads the clock', /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|\bperformance\b|\bTemporal\b/],
  ['asks chance', /\bMath\.random\b|\bcrypto\b/],
  // A normal form that is named is the same everywhere: Unicode promises never to change that of an assigned character.
  ['depends on the host’s language tables', /\bIntl\b|\btoLocale\w*\b|\blocaleCompare\b|\.normalize\((?!''\))/],
  ['throws', /\bthrow\b/],
  [
    'reaches for the host',
    /\b(?:process|globalThis|window|document|navigator|console|localStorage|fetch|setTimeout|setInterval|queueMicrotask)\b\s*[.([]/,
  ],
  ['waits', /\basync\b|\bawait\b|\bPromise\b/],
];

/** Imports of anything but the package's own files: there are no dependencies. */
const FOREIGN = /\bfrom\s+'(?!\.)|\bimport\s+'(?!\.)|\bimport\(/;

/** The one file that may throw: it states what only a bug can break. */
const MAY_THROW = 'kernel/invariant.ts';

/** Everything in a source file of the domain that would make its result depend on more than its arguments. */
export const impuritiesOf = (file: string, source: string): Impurity[] =>
  withoutComments(source)
    .split('\n')
    .flatMap((text, at) => {
      const code = withoutStrings(text);
      const broken = RULES.filter(
        ([what, pattern]) => pattern.test(code) && !(what === 'throws' && file.endsWith(MAY_THROW)),
      ).map(([what]) => what);
      const foreign = FOREIGN.test(text) ? ['imports what is not its own'] : [];
      return [...broken, ...foreign].map((what) => ({ line: at + 1, what }));
    });

/** Comments become blanks of as many lines, so that line numbers stay. */
const withoutComments = (source: string): string =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(?<![:'"`\\])\/\/.*$/gm, '');

/** What stands in plain quotes is text; what a template computes is code. */
const withoutStrings = (text: string): string =>
  text.replaceAll(/'(?:[^'\\]|\\.)*'/g, "''").replaceAll(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, '``');
