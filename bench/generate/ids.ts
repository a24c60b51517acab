/** What a row is, in the id's second group, so that an id in a log says what it stands for. */
const KINDS = [
  'staff',
  'buyer',
  'company',
  'group',
  'address',
  'warehouse',
  'category',
  'brand',
  'attribute',
  'product',
  'sku',
  'list',
  'price',
  'promotion',
  'order',
  'line',
  'event',
  'payment',
  'reservation',
  'assortment',
  'audience',
  'goods',
  'synonym',
  'outbox',
  'cart',
  'cart-line',
] as const;
export type Kind = (typeof KINDS)[number];

/** The n-th key of a kind, in the shape of UUIDv7: keys made later sort later, and nothing has to remember them. */
export const keyOf = (kind: Kind, n: number): string =>
  `01980000-${(KINDS.indexOf(kind) + 0x1000).toString(16)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
