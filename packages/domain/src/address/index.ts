export * from './check-place.ts';
export { type Division, districtsOf, meant, type Place, shortName, streetsOf } from './division.ts';
export * from './recognise-address.ts';
