export * from './entry.ts';
export * from './in-base-units.ts';
export * from './meant-variants.ts';
export * from './numerals.ts';
export * from './read-order-text.ts';
export { isBarcode } from './read-segment.ts';
