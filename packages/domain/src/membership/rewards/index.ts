export * from './benefits.ts';
export * from './reward.ts';
