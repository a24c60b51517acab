export * from './abc-xyz.ts';
export * from './turnover.ts';
