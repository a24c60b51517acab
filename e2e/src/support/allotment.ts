/**
 * Whose customer and whose goods: journeys run at once, and two with one customer fill one cart. Each takes its own, by its
 * file's name; a new journey adds its names at the end.
 */
export const customers = [
  'once 1',
  'once 2',
  'once 3',
  'strangers 1',
  'strangers 2',
  'portal-accessibility 1',
  'portal-accessibility 2',
  'product-editor',
  'find-and-order 1',
  'find-and-order 2',
  'find-and-order 3',
  'fast-entry 1',
  'order-desk',
  'visibility 1',
  'visibility 2',
  'payment',
  'ordering 1',
  'ordering 2',
  'ordering 3',
  'shared-cart',
  'address 1',
  'address 2',
  'after-sales 1',
  'after-sales 2',
  'fast-entry 2',
  'order-to-delivery 1',
  'order-to-delivery 2',
  'order-to-delivery 3',
  'order-to-delivery 4',
  'product-and-lists 1',
  'product-and-lists 2',
  'stored-scripts',
  'warehouse-day',
  'payment inside WeChat',
] as const;

/** Those who may order on account, and have ordered before. */
export const onAccount = ['checkout', 'order-to-delivery'] as const;

export const goods = [
  'shared-cart 1',
  'once 1',
  'once 2',
  'once 3',
  'strangers',
  'portal-accessibility 1',
  'portal-accessibility 2',
  'ordering 1',
  'ordering 2',
  'visibility',
  'find-and-order',
  'payment',
  'order-to-delivery 1',
  'order-to-delivery 2',
  'order-to-delivery 3',
  'order-to-delivery 4',
  'order-to-delivery 5',
  'shared-cart 2',
  'stored-scripts',
  'warehouse-day',
  'after-sales',
  'order-desk 1',
  'order-desk 2',
  'order-desk 3',
  'product-and-lists 1',
  'product-and-lists 2',
  'payment inside WeChat',
] as const;

export type CustomerOf = (typeof customers)[number];
export type OnAccount = (typeof onAccount)[number];
export type GoodsOf = (typeof goods)[number];

/** What was allotted before the first journey began: by then nothing of it was sold. */
export type Allotted = {
  customers: Record<CustomerOf, string>;
  onAccount: Record<OnAccount, string>;
  goods: Record<GoodsOf, string>;
};

export const keepAllotted = (allotted: Allotted): void => {
  process.env.E2E_ALLOTTED = JSON.stringify(allotted);
};
export const allotted = (): Allotted => JSON.parse(process.env.E2E_ALLOTTED ?? '{}') as Allotted;
