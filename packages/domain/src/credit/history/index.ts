export * from './credit-features.ts';
export * from './credit-history.ts';
export * from './history-facts.ts';
export * from './outcome.ts';
export * from './payment-stats.ts';
