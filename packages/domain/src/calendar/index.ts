export * from './business-day.ts';
export * from './day.ts';
