/** The form texts are compared in: one width, one case. It may be longer or shorter than what was typed. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The form item numbers, barcodes and customers' own codes are compared in: folded, letters and digits only. */
export const normaliseCode = (code: string): string => fold(code).replace(/[^\p{L}\p{N}]+/gu, '');
