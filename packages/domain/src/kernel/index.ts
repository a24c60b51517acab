export * from './brand.ts';
export * from './ids.ts';
export * from './instant.ts';
export * from './invariant.ts';
export * from './rational.ts';
export * from './result.ts';
export * from './time-zone.ts';
export * from './whole-division.ts';
