export * from './line-price.ts';
export * from './list-order.ts';
export * from './price-entry.ts';
export * from './select-price.ts';
export * from './validity.ts';
