/** The form texts are compared in: one width, one case. It may be longer or shorter than what was typed. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The form item numbers, barcodes and customers' own codes are compared in: folded, letters and digits only. */
export const normaliseCode = (code: string): string => fold(code).replace(/[^\p{L}\p{N}]+/gu, '');

/** A run of Chinese characters, or of other letters and digits (a decimal point inside a number stays: 1.5m). */
export type Run = { readonly han: boolean; readonly text: string };

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}(?:(?!\p{Script=Han})[\p{L}\p{N}])*)*/gu;

/** The runs of a text, in order; blanks and signs only separate. */
export const runsOf = (text: string): Run[] =>
  [...fold(text).matchAll(RUN)].map(([run]) => ({ han: isHan(run), text: run }));

export const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);
