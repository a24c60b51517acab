export * from './money.ts';
export * from './rounding.ts';
