export type { CartLine } from './cart.ts';
export * from './concerns.ts';
export * from './eligibility.ts';
export * from './evaluate.ts';
export * from './issued-coupon.ts';
export * from './promotion.ts';
export { isInScope } from './scope.ts';
export * from './trace.ts';
export * from './validate.ts';
