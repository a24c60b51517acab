import { checkQuantity } from '@tradeline/domain/catalog';
import { seemsToCover } from '@tradeline/domain/inventory';
import type { PricedOrder } from '@tradeline/domain/order';
import { rulesOf } from './goods.ts';
import { shortText } from './stock-text.tsx';
import type { Outputs } from './trpc.ts';
import type { Words } from './words.ts';

type CartItem = Outputs['cart']['get']['items'][number];

/** What keeps a line from being ordered, in words; a broken quantity rule is told by the quantity field itself. */
export type LineProblem = { kind: 'withdrawn' | 'no-price' | 'quantity' | 'stock'; text: string };

export const lineProblem = (
  item: CartItem,
  quantity: number | undefined,
  priced: PricedOrder | undefined,
  words: Words,
): LineProblem | undefined => {
  const { t } = words;
  if (item.withdrawn) return { kind: 'withdrawn', text: t.cart_withdrawn() };
  const refused = priced?.refusedLines.find((line) => line.skuId === item.skuId);
  if (refused?.kind === 'no-price') return { kind: 'no-price', text: t.cart_line_no_price() };
  if (!checkQuantity(quantity ?? 0, rulesOf(item.sku)).ok) return { kind: 'quantity', text: t.cart_fix_first() };
  if (!seemsToCover(item.stock, quantity ?? 0))
    return { kind: 'stock', text: shortText(item.stock, quantity ?? 0, words) };
  return undefined;
};
