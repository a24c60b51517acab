export * from './fit-lifetime.ts';
export * from './order-value.ts';
export type { LifetimeKind, LifetimeParameters, RepeatHistory } from './purchase-process.ts';
export { chanceAlive, expectedOrders, expectedOrdersOfNewcomer } from './purchase-process.ts';
