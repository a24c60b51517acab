import { createHash } from 'node:crypto';
import { newId, type Tx, transact } from '@tradeline/db';
import {
  addressStore,
  cartStore,
  catalogStore,
  creditStore,
  idempotencyStore,
  type Movement,
  orderStore,
  outboxStore,
  type SkuWithPicture,
  stockStore,
  transactionTime,
} from '@tradeline/db/stores';
import { allocateStock } from '@tradeline/domain/inventory';
import { err, type Instant, type OrderId, type OrderLineId, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import {
  displayStatus,
  newOrder,
  type OrderFacts,
  type PaymentTerms,
  type PricedOrder,
  paymentStatus,
  quote,
  type Step,
  step,
} from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal, ShortLine } from '../../trpc/refusal-codes.ts';
import { quoteInputFor } from '../pricing/quote-facts.ts';
import { type Actor, buyerActor, ledgerName } from './actor.ts';
import { checkTerms } from './check-terms.ts';
import { optionText } from './option-text.ts';

export type PlaceOrder = {
  idempotencyKey: string;
  cartId: string;
  /** What the buyer saw and agreed to; another total is refused with the new price, never charged silently. */
  expectedTotal: Minor;
  addressId: string;
  contactName: string;
  phone: string;
  paymentTerms: Exclude<PaymentTerms, 'prepaid'>;
  wishedDate?: string | undefined;
  purchaseOrderNumber?: string | undefined;
  note?: string | undefined;
};
export type Placed = { id: string; number: string; total: Minor };

/**
 * Turns a cart into an order, exactly once however often it is asked: the key, the cart and the order end together in
 * one transaction, which takes locks in the one order key → cart → credit → stock (by SKU and warehouse).
 */
export const placeOrder = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  requestId: string,
  wish: PlaceOrder,
): Promise<Result<Placed, Refusal>> =>
  transact<Placed, Refusal>(deps.db, async (tx) => {
    const scope = { companyId: buyer.company.id, procedure: 'order.place', key: wish.idempotencyKey };
    const requestHash = createHash('sha256').update(JSON.stringify(wish)).digest('hex');
    const claim = await idempotencyStore.claim(tx, scope, requestHash);
    if (!claim.claimed)
      return claim.requestHash === requestHash ? ok(claim.result as Placed) : err({ kind: 'idempotency-mismatch' });
    if (buyer.company.status !== 'active') return err({ kind: 'company-suspended' });

    const basket = await readBasket(tx, buyer, wish);
    if (!basket.ok) return basket;
    const { priced, skus, now } = basket.value;
    const address = await addressStore.find(tx, buyer.company.id, wish.addressId);
    if (!address) return err({ kind: 'address-not-found' });

    const actor = buyerActor(buyer, requestId);
    const draft = draftOf(priced, wish.paymentTerms);
    const credit = await takeCredit(tx, buyer, wish.paymentTerms, priced, skus);
    if (!credit.ok) return credit;
    const submitted = step(draft.facts, submitCommand(), { roles: actor.roles, actorId: actor.id, at: now });
    if (!submitted.ok) return submitted;

    const { id: _, label: __, isDefault: ___, ...snapshot } = address;
    const number = await orderStore.nextNumber(tx);
    const total = priced.totals.payable;
    await insertOrder(tx, {
      draft,
      step: submitted.value,
      priced,
      skus,
      number,
      now,
      buyer,
      wish,
      address: { ...snapshot, postalCode: snapshot.postalCode ?? undefined },
    });
    if (
      wish.paymentTerms === 'terms' &&
      !(await creditStore.charge(tx, buyer.company.id, draft.id, total, ledgerName(actor)))
    )
      return err({ kind: 'terms-blocked', reasons: [], available: minor(0), waysOut: [] });
    const reserved = await reserve(tx, draft, skus, actor);
    if (!reserved.ok) return reserved;
    await recordSubmission(tx, draft, submitted.value, actor, buyer, number, now);
    await cartStore.close(tx, wish.cartId);
    const placed = { id: draft.id, number, total };
    await idempotencyStore.settle(tx, scope, placed);
    return ok(placed);
  });

const submitCommand = () =>
  ({ action: 'submit', checks: { lines: true, price: true, credit: true, stock: true, address: true } }) as const;

type Basket = { priced: PricedOrder; skus: Map<string, SkuWithPicture>; now: Instant };

/** The cart under lock, every line checked and priced anew at this moment. */
const readBasket = async (tx: Tx, buyer: Buyer, wish: PlaceOrder): Promise<Result<Basket, Refusal>> => {
  const cart = await cartStore.lock(tx, wish.cartId, { companyId: buyer.company.id, buyerId: buyer.id });
  if (!cart) return err({ kind: 'cart-not-found' });
  if (cart.state !== 'open') return err({ kind: 'cart-already-ordered', orderNumber: cart.orderNumber ?? '' });
  const lines = await cartStore.lines(tx, wish.cartId);
  if (lines.length === 0) return err({ kind: 'cart-empty' });
  const skus = new Map(
    (
      await catalogStore.skus(
        tx,
        lines.map((line) => line.skuId),
      )
    ).map((sku) => [sku.id, sku]),
  );
  const wanted = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.get(skuId);
    if (!sku) return err({ kind: 'sku-not-found', skuId });
    if (sku.status !== 'active' || sku.productStatus !== 'published')
      return err({ kind: 'sku-withdrawn', skuId, itemNumber: sku.itemNumber });
    wanted.push({ sku, quantity });
  }
  const priced = quote(await quoteInputFor(tx, buyer, wanted));
  if (!priced.ok) return priced;
  const actual = priced.value.totals.payable;
  if (actual !== wish.expectedTotal)
    return err({ kind: 'total-changed', expected: wish.expectedTotal, actual, priced: priced.value });
  return ok({ priced: priced.value, skus, now: await transactionTime(tx) });
};

type Draft = { id: OrderId; facts: OrderFacts; lineIds: Map<string, OrderLineId> };

const draftOf = (priced: PricedOrder, terms: PaymentTerms): Draft => {
  const lineIds = new Map(priced.lines.map((line) => [line.id, newId<OrderLineId>()]));
  const total = priced.totals.payable;
  const facts = newOrder(
    priced.lines.map((line) => ({ lineId: lineIds.get(line.id)!, quantity: line.quantity })),
    { terms, total, granted: minor(0), prepay: minor(0) },
    { credit: terms === 'terms' ? total : minor(0), coupons: 0, points: 0 },
  );
  return { id: newId<OrderId>(), facts, lineIds };
};

const takeCredit = async (
  tx: Tx,
  buyer: Buyer,
  terms: PaymentTerms,
  priced: PricedOrder,
  skus: Basket['skus'],
): Promise<Result<void, Refusal>> => {
  if (terms !== 'terms') return ok(undefined);
  const account = await creditStore.lock(tx, buyer.company.id);
  const lines = priced.lines.map((line) => {
    const sku = skus.get(line.id)!;
    return { id: line.id, quantity: line.quantity, amount: line.net, minimum: sku.minQuantity, multiple: sku.multiple };
  });
  const checked = await checkTerms(tx, buyer.company.id, account, { amount: priced.totals.payable, lines });
  return checked.ok
    ? checked
    : err({
        kind: 'terms-blocked',
        reasons: checked.error.reasons,
        available: checked.error.available,
        waysOut: checked.error.waysOut,
      });
};

/** Promises the goods: fewest parcels first, then the warehouse of higher rank. All of it or nothing. */
const reserve = async (tx: Tx, draft: Draft, skus: Basket['skus'], actor: Actor): Promise<Result<void, Refusal>> => {
  const skuOf = new Map([...draft.lineIds].map(([skuId, lineId]) => [lineId as string, skuId]));
  const lines = draft.facts.lines.map((line) => ({ skuId: skuOf.get(line.lineId)!, quantity: line.ordered }));
  const balances = await stockStore.lock(
    tx,
    lines.map((line) => line.skuId),
  );
  const sites = [...Map.groupBy(balances, (b) => b.warehouseId)].map(([warehouseId, rows]) => ({
    warehouseId,
    cost: rows[0]!.priority,
    shelves: Object.fromEntries(rows.map((b) => [b.skuId, { available: b.onHand - b.reserved - b.allocated }])),
  }));
  const plan = allocateStock({ lines, sites, policy: 'min-split' });
  if (!plan.ok) return err({ kind: 'out-of-stock', lines: shortLines(lines, sites, skus) });
  const parts = plan.value.parts.map((part) => ({ ...part, orderLineId: draft.lineIds.get(part.skuId)! }));
  const movements = parts.map(
    (part): Movement => ({
      skuId: part.skuId,
      warehouseId: part.warehouseId,
      kind: 'reserve',
      reserved: part.quantity,
      cause: { type: 'order-step', id: `${draft.id}:1` },
      actor: ledgerName(actor),
    }),
  );
  if (!(await stockStore.move(tx, movements)))
    return err({ kind: 'out-of-stock', lines: shortLines(lines, sites, skus) });
  await stockStore.hold(
    tx,
    draft.id,
    parts.map(({ skuId, warehouseId, quantity, orderLineId }) => ({ skuId, warehouseId, quantity, orderLineId })),
  );
  return ok(undefined);
};

const shortLines = (
  lines: { skuId: string; quantity: number }[],
  sites: { shelves: Record<string, { available: number }> }[],
  skus: Basket['skus'],
): ShortLine[] =>
  lines
    .map(({ skuId, quantity }) => ({
      skuId,
      itemNumber: skus.get(skuId)?.itemNumber ?? '',
      requested: quantity,
      available: sites.reduce((sum, site) => sum + Math.max(0, site.shelves[skuId]?.available ?? 0), 0),
    }))
    .filter((line) => line.available < line.requested);

type NewDocument = {
  draft: Draft;
  step: Step;
  priced: PricedOrder;
  skus: Basket['skus'];
  number: string;
  now: Instant;
  buyer: Buyer;
  wish: PlaceOrder;
  address: Parameters<typeof orderStore.insert>[1]['address'];
};

const insertOrder = async (
  tx: Tx,
  { draft, step, priced, skus, number, now, buyer, wish, address }: NewDocument,
): Promise<void> => {
  const { totals } = priced;
  await orderStore.insert(
    tx,
    {
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
    },
    priced.lines.map((line, index) => {
      const sku = skus.get(line.id)!;
      return {
        id: draft.lineIds.get(line.id)!,
        orderId: draft.id,
        position: index + 1,
        skuId: sku.id,
        itemNumber: sku.itemNumber,
        name: sku.productName,
        optionText: optionText(sku.axes, sku.options),
        unit: sku.unit,
        quantity: line.quantity,
        unitPriceE4: line.unitPriceE4,
        priceListId: line.price.source === 'list' ? line.price.listId : null,
        grossAmount: line.gross,
        discountAmount: line.discount,
        netAmount: line.net,
        taxRate: line.taxRate,
        taxAmount: line.tax.tax,
      };
    }),
  );
};

const recordSubmission = async (
  tx: Tx,
  draft: Draft,
  { event, facts, effects }: Step,
  actor: Actor,
  buyer: Buyer,
  number: string,
  now: Instant,
): Promise<void> => {
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
