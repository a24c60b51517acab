export type { Addition, AdviceInput } from './additions.ts';
export * from './advise.ts';
export { type Cover, cheapestCover, type Pack } from './cheapest-cover.ts';
