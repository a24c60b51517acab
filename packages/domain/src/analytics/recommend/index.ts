export * from './choose-weights.ts';
export * from './evaluate.ts';
export {
  NEXT_BASKET_WEIGHTS,
  type NextBasketWeights,
  nextBasket,
} from './next-basket.ts';
export * from './own-items.ts';
export * from './reason.ts';
export * from './recommend.ts';
export { type Recommender, type TrainOptions, trainRecommender } from './train.ts';
