export * from './abc-xyz.ts';
export * from './baskets/index.ts';
export * from './customers/index.ts';
export * from './lifetime/index.ts';
export * from './recommend/index.ts';
export * from './suggested-order/index.ts';
export * from './turnover.ts';
