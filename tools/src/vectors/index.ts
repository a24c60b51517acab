export type { PromotionVector } from './format.ts';
export { quoteInput } from './promotions.ts';
