export * from './column.ts';
export * from './country.ts';
export * from './dates.ts';
export { startOfDay } from './local-time.ts';
export * from './numbers.ts';
