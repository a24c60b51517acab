export * from './allocate.ts';
export * from './availability.ts';
export * from './ledger.ts';
export * from './replay.ts';
export * from './reservation.ts';
export * from './sharing.ts';
export * from './site.ts';
