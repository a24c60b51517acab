export * from './order-quantity.ts';
export * from './price-display.ts';
export * from './unit-of-measure.ts';
export * from './visibility.ts';
