export * from './correlation.ts';
export * from './isotonic.ts';
export * from './linear-algebra.ts';
export * from './logistic.ts';
export * from './nelder-mead.ts';
export * from './normal.ts';
export * from './random.ts';
