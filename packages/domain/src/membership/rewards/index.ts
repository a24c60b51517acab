export * from './benefits.ts';
export * from './default-levels.ts';
export * from './reward.ts';
