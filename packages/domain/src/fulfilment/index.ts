export * from './carriers.ts';
export * from './parcel-news.ts';
export * from './plan-waves.ts';
export * from './release-order.ts';
export * from './short-pick.ts';
export * from './walk-order.ts';
