import { newId } from '@tradeline/db';
import type { OrderId, OrderLineId, SkuId } from '@tradeline/domain/kernel';
import { type Minor, minor, type UnitPriceE4, unitPriceE4, ZERO } from '@tradeline/domain/money';
import { newOrder, type OrderFacts, type PricedOrder } from '@tradeline/domain/order';
import { limitedUses } from './limited-uses.ts';
import type { Basket } from './read-basket.ts';
import type { PlaceOrder } from './wish.ts';

/** A line of the coming document: priced goods, or a gift at 0 that a promotion adds. */
export type DraftLine = {
  id: OrderLineId;
  skuId: SkuId;
  quantity: number;
  unitPriceE4: UnitPriceE4;
  priceListId: string | null;
  gross: Minor;
  discount: Minor;
  net: Minor;
  taxRate: string;
  tax: Minor;
  isGift: boolean;
};
export type Draft = { id: OrderId; facts: OrderFacts; lines: DraftLine[]; paymentId: string };

/** The lines that a priced order comes to, gifts last; `idOf` names them. */
export const draftLines = (
  priced: Pick<PricedOrder, 'lines' | 'gifts'>,
  idOf: (skuId: SkuId, isGift: boolean) => OrderLineId,
): DraftLine[] => [
  ...priced.lines.map(
    (line): DraftLine => ({
      id: idOf(line.skuId, false),
      skuId: line.skuId,
      quantity: line.quantity,
      unitPriceE4: line.unitPriceE4,
      priceListId: line.price.source === 'list' ? line.price.listId : null,
      gross: line.gross,
      discount: line.discount,
      net: line.net,
      taxRate: line.taxRate,
      tax: line.tax.tax,
      isGift: false,
    }),
  ),
  ...priced.gifts.map(
    (gift): DraftLine => ({
      id: idOf(gift.skuId, true),
      skuId: gift.skuId,
      quantity: gift.quantity,
      unitPriceE4: unitPriceE4(0),
      priceListId: null,
      gross: ZERO,
      discount: ZERO,
      net: ZERO,
      taxRate: '0',
      tax: ZERO,
      isGift: true,
    }),
  ),
];

/** The order before it is submitted, with the ids it will keep. */
export const draftOf = ({ priced, promotions }: Basket, wish: PlaceOrder): Draft => {
  const lines = draftLines(priced, () => newId<OrderLineId>());
  const total = priced.totals.payable;
  const paid = wish.balance ?? ZERO;
  const paymentId = newId();
  const facts = newOrder(
    lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
    { terms: wish.paymentTerms, total, granted: ZERO, prepay: wish.paymentTerms === 'prepaid' ? total : ZERO },
    {
      credit: creditOf(wish, total),
      coupons:
        priced.applied.filter(({ couponCode }) => couponCode !== undefined).length +
        limitedUses(priced, promotions).length,
      points: priced.totals.pointsUsed,
    },
  );
  const payments: OrderFacts['payments'] =
    paid > 0 ? [{ id: paymentId, state: 'captured', amount: paid, captured: paid, refunded: ZERO }] : [];
  return { id: newId<OrderId>(), facts: { ...facts, payments }, lines, paymentId };
};

/** What an order on account takes of the limit: the part that no money stands for. */
export const creditOf = (wish: PlaceOrder, total: Minor): Minor =>
  wish.paymentTerms === 'terms' ? minor(total - (wish.balance ?? 0)) : ZERO;
