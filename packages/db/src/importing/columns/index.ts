export * from './column.ts';
export * from './country.ts';
export * from './dates.ts';
export * from './numbers.ts';
