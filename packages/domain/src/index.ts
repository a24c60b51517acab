/** The whole package. Prefer the area doors (`@tradeline/domain/pricing`): they say what a file depends on. */
export * from './kernel/index.ts';
export * from './money/index.ts';
