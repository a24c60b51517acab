export * from './order-quantity.ts';
export * from './unit-of-measure.ts';
