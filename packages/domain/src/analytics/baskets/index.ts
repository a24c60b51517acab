export * from './association-rules.ts';
export * from './item-similarity.ts';
export * from './neighbours.ts';
