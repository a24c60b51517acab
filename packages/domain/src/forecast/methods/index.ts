export * from './combination.ts';
export * from './fit.ts';
export * from './holt.ts';
export * from './holt-winters.ts';
export * from './intermittent.ts';
export * from './ses.ts';
export * from './simple.ts';
export * from './theta.ts';
