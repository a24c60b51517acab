export * from './churn.ts';
export * from './churn-backtest.ts';
export * from './customer-insight.ts';
export * from './lifecycle.ts';
export * from './purchase.ts';
export * from './rfm.ts';
export * from './rhythm.ts';
