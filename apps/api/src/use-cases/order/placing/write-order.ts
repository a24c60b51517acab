import type { Tx } from '@tradeline/db';
import { type NewOrder, orderStore, outboxStore } from '@tradeline/db/stores';
import type { Instant } from '@tradeline/domain/kernel';
import { displayStatus, paymentStatus, type Step } from '@tradeline/domain/order';
import type { Buyer } from '../../../trpc/context.ts';
import type { Actor } from '../actor.ts';
import { optionText } from '../option-text.ts';
import type { Draft } from './draft.ts';
import type { Basket } from './read-basket.ts';
import type { PlaceOrder } from './wish.ts';

export type NewDocument = {
  draft: Draft;
  step: Step;
  basket: Basket;
  number: string;
  buyer: Buyer;
  wish: PlaceOrder;
  address: NewOrder['address'];
};

/** The document as it will always read: prices, words and address of this day, whatever changes later. */
export const writeOrder = async (tx: Tx, document: NewDocument): Promise<void> => {
  const { draft, step, basket, number, buyer, wish, address } = document;
  const { priced, skus, now } = basket;
  const { totals } = priced;
  const order: NewOrder = {
    id: draft.id,
    number,
    companyId: buyer.company.id,
    buyerId: buyer.id,
    cartId: wish.cartId,
    approval: step.facts.approval,
    displayStatus: displayStatus(step.facts),
    paymentStatus: paymentStatus(step.facts, now),
    version: step.facts.version,
    paymentTerms: wish.paymentTerms,
    currency: priced.currency,
    goodsAmount: totals.gross,
    discountAmount: totals.discount,
    shippingAmount: totals.shipping,
    taxAmount: totals.tax,
    totalAmount: totals.payable,
    trace: priced,
    address,
    contactName: wish.contactName,
    phone: wish.phone,
    purchaseOrderNumber: wish.purchaseOrderNumber || null,
    wishedDate: wish.wishedDate || null,
    note: wish.note || null,
    placedAt: now,
  };
  await orderStore.insert(tx, order, linesOf(draft, skus));
};

const linesOf = (draft: Draft, skus: Basket['skus']): Parameters<typeof orderStore.insert>[2] =>
  draft.lines.map((line, index) => {
    const sku = skus.get(line.skuId);
    if (!sku) throw new Error(`a priced line without its goods: ${line.skuId}`);
    return {
      id: line.id,
      orderId: draft.id,
      position: index + 1,
      skuId: line.skuId,
      itemNumber: sku.itemNumber,
      name: sku.productName,
      optionText: optionText(sku.axes, sku.options),
      unit: sku.unit,
      quantity: line.quantity,
      unitPriceE4: line.unitPriceE4,
      priceListId: line.priceListId,
      grossAmount: line.gross,
      discountAmount: line.discount,
      netAmount: line.net,
      taxRate: line.taxRate,
      taxAmount: line.tax,
      isGift: line.isGift,
    };
  });

/** The first row of the order's history, and the event that tells the others. */
export const recordSubmission = async (
  tx: Tx,
  { draft, step, number, buyer }: NewDocument,
  actor: Actor,
  now: Instant,
): Promise<void> => {
  const { event, facts, effects } = step;
  await orderStore.addEvent(tx, {
    orderId: draft.id,
    version: facts.version,
    action: event.action,
    fromApproval: draft.facts.approval,
    toApproval: facts.approval,
    displayStatus: displayStatus(facts),
    actorType: actor.type,
    actorId: actor.id,
    actorName: actor.name,
    at: now,
  });
  await outboxStore.add(tx, {
    type: 'order.submit',
    aggregateType: 'order',
    aggregateId: draft.id,
    aggregateVersion: facts.version,
    companyId: buyer.company.id,
    payload: { number, displayStatus: displayStatus(facts), approval: facts.approval, effects },
  });
};
