export * from './levels/index.ts';
export * from './points/index.ts';
export * from './rewards/index.ts';
