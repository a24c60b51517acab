export * from './allocate.ts';
export * from './capital-amount.ts';
export * from './money.ts';
export * from './ratio.ts';
export * from './rounding.ts';
export * from './tax.ts';
