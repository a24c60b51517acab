/** The whole package. Prefer the area doors (`@tradeline/domain/pricing`): they say what a file depends on. */
export * from './catalog/index.ts';
export * from './kernel/index.ts';
export * from './money/index.ts';
export * from './order/index.ts';
export * from './pricing/index.ts';
export * from './promotion/index.ts';
