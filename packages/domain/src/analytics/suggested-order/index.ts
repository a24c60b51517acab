export * from './due-lines.ts';
export * from './due-quantity.ts';
export * from './suggest-order.ts';
