export * from './clawback.ts';
export * from './earn.ts';
export * from './events.ts';
export * from './fold.ts';
export * from './lot-expiry.ts';
export * from './redeem-for-money.ts';
