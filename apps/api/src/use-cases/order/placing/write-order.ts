import type { Tx } from '@tradeline/db';
import { type NewOrder, type OrderRow, orderStore, outboxStore } from '@tradeline/db/stores';
import { addDays, fromMillis, type Instant, toMillis } from '@tradeline/domain/kernel';
import { ZERO } from '@tradeline/domain/money';
import { countAgreedLines, displayStatus, paymentStatus, type Step } from '@tradeline/domain/order';
import type { Buyer } from '../../../trpc/context.ts';
import { type Actor, system } from '../actor.ts';
import { optionText } from '../option-text.ts';
import type { Draft } from './draft.ts';
import type { Basket } from './read-basket.ts';
import type { PlaceOrder } from './wish.ts';

export type NewDocument = {
  draft: Draft;
  /** What was decided, in order: submitted, and what the system did at once. */
  steps: readonly Step[];
  basket: Basket;
  buyer: Buyer;
  wish: PlaceOrder;
};

/** The document as it will always read: prices, words and address of this day, whatever changes later. */
export const writeOrder = async (tx: Tx, document: NewDocument): Promise<void> => {
  const { draft, steps, basket, buyer, wish } = document;
  const { priced, skus, now, delivery, invoiceTitle } = basket;
  const { totals } = priced;
  const { facts } = steps.at(-1) as Step;
  const order: NewOrder = {
    id: draft.id,
    number: basket.number,
    companyId: buyer.company.id,
    buyerId: buyer.id,
    cartId: wish.cartId,
    approval: facts.approval,
    displayStatus: displayStatus(facts),
    paymentStatus: paymentStatus(facts, now),
    version: facts.version,
    paymentTerms: wish.paymentTerms,
    currency: priced.currency,
    goodsAmount: totals.gross,
    discountAmount: totals.discount,
    shippingAmount: totals.shipping,
    taxAmount: totals.tax,
    totalAmount: totals.payable,
    paidAmount: wish.balance ?? ZERO,
    prepayAmount: facts.money.prepay,
    pointsUsed: totals.pointsUsed,
    pointsAsked: wish.points ?? 0,
    couponsAsked: [...(wish.coupons ?? [])],
    pointsAmount: totals.pointsAmount,
    trace: priced,
    agreedLines: countAgreedLines(priced),
    promotionNames: namesOf(basket),
    address: snapshotOf(basket.address),
    contactName: wish.contactName,
    phone: wish.phone,
    purchaseOrderNumber: wish.purchaseOrderNumber || null,
    wishedDate: wish.wishedDate || null,
    note: wish.note || null,
    deliveryMethod: delivery?.code ?? null,
    invoiceTitle: invoiceTitle ? titleOf(invoiceTitle) : null,
    termsVersion: wish.termsVersion ?? null,
    payUntil: facts.approval === 'awaiting-payment' ? payUntil(now, wish) : null,
    placedAt: now,
  };
  await orderStore.insert(tx, order, linesOf(draft, skus));
};

/** How long goods are kept for an order that is to be paid first: online at once, by bank within three days. */
const payUntil = (now: Instant, { payBy }: PlaceOrder): Instant =>
  payBy === 'transfer' ? addDays(now, 3) : fromMillis(toMillis(now) + 30 * 60_000);

export const namesOf = ({ priced, names }: Pick<Basket, 'priced' | 'names'>): OrderRow['promotionNames'] => {
  const used = [...priced.applied, ...priced.gifts].map(({ promotionId }) => promotionId as string);
  return Object.fromEntries([...new Set(used)].flatMap((id) => (names[id] ? [[id, names[id]]] : [])));
};

const snapshotOf = (address: Basket['address']): NewOrder['address'] => {
  const { contactName, phone, country, province, city, district, street, postalCode } = address;
  return { contactName, phone, country, province, city, district, street, ...(postalCode ? { postalCode } : {}) };
};

const titleOf = (row: NonNullable<Basket['invoiceTitle']>): NonNullable<NewOrder['invoiceTitle']> => {
  const { kind, title, taxNumber, bank, account, address, phone, email } = row;
  const known = Object.entries({ taxNumber, bank, account, address, phone, email }).filter(([, value]) => value);
  return { kind: kind as 'ordinary' | 'special', title, ...Object.fromEntries(known) };
};

export const linesOf = (
  draft: Pick<Draft, 'id' | 'lines'>,
  skus: Basket['skus'],
): Parameters<typeof orderStore.insert>[2] =>
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

/** The order's history from its first row on, and the events that tell the others. */
export const recordSteps = async (
  tx: Tx,
  { draft, steps, basket, buyer }: NewDocument,
  actor: Actor,
): Promise<void> => {
  let from = draft.facts.approval;
  for (const { event, facts, effects } of steps) {
    const by = event.action === 'submit' ? actor : system;
    const shows = displayStatus(facts);
    const [toApproval, fromApproval] = [facts.approval, from];
    from = toApproval;
    await Promise.all([
      orderStore.addEvent(tx, {
        orderId: draft.id,
        version: facts.version,
        action: event.action,
        fromApproval,
        toApproval,
        displayStatus: shows,
        actorType: by.type,
        actorId: by.id,
        actorName: by.name,
        at: basket.now,
      }),
      outboxStore.add(tx, {
        type: `order.${event.action}`,
        aggregateType: 'order',
        aggregateId: draft.id,
        aggregateVersion: facts.version,
        companyId: buyer.company.id,
        payload: { number: basket.number, displayStatus: shows, approval: toApproval, effects },
      }),
    ]);
  }
};
