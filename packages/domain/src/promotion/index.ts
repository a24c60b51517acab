export * from './promotion.ts';
export * from './trace.ts';
