/** What makes a spreadsheet program run a cell instead of showing it: ASCII and full-width signs, blanks before them too. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n\p{Cc}]/u;
/** The same behind marks of ours, or of a person who typed one. */
const MARKED = /^'+(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n\p{Cc}])/u;

/** Text for a cell of a file that others open: what could run gets an apostrophe before it, which says "this is text". */
export const inertText = (text: string): string => (RUNS.test(text) || MARKED.test(text) ? `'${text}` : text);

/** What `inertText` was given: a file that was exported and comes back says what it said. */
export const originalText = (cell: string): string => (MARKED.test(cell) ? cell.slice(1) : cell);
