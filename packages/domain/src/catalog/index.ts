export * from './add-quantity.ts';
export * from './category-tree.ts';
export * from './explain-visibility.ts';
export * from './order-quantity.ts';
export * from './price-display.ts';
export * from './unit-of-measure.ts';
export * from './visibility.ts';
