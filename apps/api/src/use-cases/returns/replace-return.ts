import { newId, type Tx } from '@tradeline/db';
import { orderStore, outboxStore, stockStore, transactionTime } from '@tradeline/db/stores';
import { err, invariant, type OrderId, type OrderLineId, ok, type Result, type SkuId } from '@tradeline/domain/kernel';
import { unitPriceE4, ZERO } from '@tradeline/domain/money';
import { can, displayStatus, newOrder, paymentStatus, type Step, step } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Actor, system } from '../order/actor.ts';
import { factsOf, loadOrder, type OrderRecord } from '../order/order-facts.ts';
import { reserveGoods } from '../order/placing/reserve-goods.ts';
import { type Moved, takeStep } from '../order/run-command.ts';
import { inOrderOf, type ReturnTarget } from './step-return.ts';

export type Replaced = Moved & { replacement: { id: string; number: string } };

/**
 * Sends the same goods again: an order of its own at the price of nothing, confirmed at once, whose goods are promised in
 * the same transaction. When they are not there nothing happens, and the answer says how many could be had.
 */
export const replaceReturn = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, returnId, expectedVersion }: ReturnTarget,
): Promise<Result<Replaced, Refusal>> =>
  inOrderOf(deps, { scope, returnId }, async (tx, orderId) => {
    const order = await orderStore.lock(tx, scope, orderId);
    if (!order) return err({ kind: 'return-not-found' });
    const record = await loadOrder(tx, order);
    const open = can(factsOf(record), 'replace-return', actor.roles, returnId);
    if (!open.ok) return open;
    const replacement = await placeReplacement(tx, actor, record, returnId);
    if (!replacement.ok) return replacement;
    const moved = await takeStep(tx, actor, {
      scope,
      orderId,
      command: { action: 'replace-return', returnId, expectedVersion },
      returning: { change: { replacementId: replacement.value.id } },
    });
    return moved.ok ? ok({ ...moved.value, replacement: replacement.value }) : moved;
  });

const placeReplacement = async (
  tx: Tx,
  actor: Actor,
  { order, lines, returns }: OrderRecord,
  returnId: string,
): Promise<Result<Replaced['replacement'], Refusal>> => {
  const found = returns.find(({ id }) => id === returnId);
  const goods = (found?.lines ?? []).flatMap(({ orderLineId, received }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    return line && received ? [{ line, quantity: received }] : [];
  });
  if (goods.length === 0) return err({ kind: 'no-units', need: 'received' });
  const number = await orderStore.nextNumber(tx);
  const now = await transactionTime(tx);
  const id = newId<OrderId>();
  const drafted = goods.map(({ line, quantity }) => ({
    id: newId<OrderLineId>(),
    skuId: line.skuId as SkuId,
    quantity,
    unitPriceE4: unitPriceE4(0),
    priceListId: null,
    gross: ZERO,
    discount: ZERO,
    net: ZERO,
    taxRate: line.taxRate,
    tax: ZERO,
    isGift: false,
  }));
  const facts = newOrder(
    drafted.map((line) => ({ lineId: line.id, quantity: line.quantity })),
    { terms: 'prepaid', total: ZERO, granted: ZERO, prepay: ZERO },
  );
  const steps = decide(facts, order.buyerId, now);
  const last = steps.at(-1)!.facts;
  const { address, contactName, phone, currency, deliveryMethod, companyId, buyerId } = order;
  await orderStore.insert(
    tx,
    {
      id,
      number,
      companyId,
      buyerId,
      channel: 'replacement',
      approval: last.approval,
      displayStatus: displayStatus(last),
      paymentStatus: paymentStatus(last, now),
      version: last.version,
      paymentTerms: 'prepaid',
      currency,
      goodsAmount: ZERO,
      totalAmount: ZERO,
      trace: { replaces: returnId },
      address,
      contactName,
      phone,
      deliveryMethod,
      note: [found?.number, order.number].join(' · '),
      placedAt: now,
      confirmedAt: now,
      ...(actor.type === 'staff' ? { placedByStaffId: actor.id } : {}),
    },
    drafted.map(({ id: lineId, skuId, quantity, taxRate }, at) => {
      const { itemNumber, name, optionText, unit } = goods[at]!.line;
      const amounts = { unitPriceE4: unitPriceE4(0), grossAmount: ZERO, netAmount: ZERO, taxRate, taxAmount: ZERO };
      return {
        id: lineId,
        orderId: id,
        position: at + 1,
        skuId,
        itemNumber,
        name,
        optionText,
        unit,
        quantity,
        ...amounts,
      };
    }),
  );
  await recordReplacement(tx, { id, number, companyId }, steps);
  const skus = new Map(goods.map(({ line }) => [line.skuId, { itemNumber: line.itemNumber }]));
  const balances = await stockStore.lock(tx, [...skus.keys()]);
  const reserved = await reserveGoods(tx, { id, lines: drafted }, skus, actor, balances);
  return reserved.ok ? ok({ id, number }) : reserved;
};

/** Submitted and confirmed by the return's own decision: nobody has to agree to it twice. */
const decide = (facts: ReturnType<typeof newOrder>, buyerId: string | null, at: Step['event']['at']): Step[] => {
  const checks = { lines: true, price: true, credit: true, stock: true, address: true };
  const by = { roles: ['customer'] as const, actorId: buyerId ?? '', at };
  const submitted = step(facts, { action: 'submit', checks }, by);
  invariant(submitted.ok, 'goods at no price can always be submitted');
  const found = { 'credit-auto': true, stock: true, price: true, 'known-customer': true };
  const confirmed = step(
    submitted.value.facts,
    { action: 'auto-confirm', checks: found },
    { roles: system.roles, actorId: '', at },
  );
  invariant(confirmed.ok, 'an order at no price waits for nobody');
  return [submitted.value, confirmed.value];
};

const recordReplacement = async (
  tx: Tx,
  { id, number, companyId }: { id: string; number: string; companyId: string },
  steps: readonly Step[],
): Promise<void> => {
  let from = 'draft';
  for (const { event, facts, effects } of steps) {
    const shows = displayStatus(facts);
    await orderStore.addEvent(tx, {
      orderId: id,
      version: facts.version,
      action: event.action,
      fromApproval: from,
      toApproval: facts.approval,
      displayStatus: shows,
      actorType: system.type,
      actorId: system.id,
      actorName: system.name,
    });
    await outboxStore.add(tx, {
      type: `order.${event.action}`,
      aggregateType: 'order',
      aggregateId: id,
      aggregateVersion: facts.version,
      companyId,
      payload: { number, displayStatus: shows, approval: facts.approval, effects },
    });
    from = facts.approval;
  }
};
