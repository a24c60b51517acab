export * from './notice-table.ts';
export * from './notice-ways.ts';
