export * from './level.ts';
export * from './level-at.ts';
export * from './spend.ts';
