import { toSVG } from 'bwip-js/node';

/** Code 128 of a number, as carriers' scanners read it, drawn to the width it is given. */
export const barcode = (text: string): string =>
  toSVG({ bcid: 'code128', text, height: 14, includetext: false, paddingwidth: 0 });
/** What Code 128 can hold: a number that somebody typed may be anything. */
export const hasBarcode = (text: string): boolean => /^[\u0020-\u007e]{1,40}$/u.test(text);
