/** The only place of both apps that turns numbers and moments into text. */
export * from './date.ts';
export { type Locale, SHOP_ZONE } from './locale.ts';
export * from './money.ts';
export * from './quantity.ts';
export * from './relative.ts';
