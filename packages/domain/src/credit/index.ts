export * from './assessment/index.ts';
export * from './collections/index.ts';
export * from './exposure/index.ts';
export * from './history/index.ts';
export * from './rating/index.ts';
export * from './scorecard/index.ts';
export * from './validation/index.ts';
