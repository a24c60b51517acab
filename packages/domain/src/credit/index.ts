export * from './exposure/index.ts';
export * from './scorecard/index.ts';
export * from './validation/index.ts';
