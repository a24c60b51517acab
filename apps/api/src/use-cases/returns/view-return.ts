import { gatewayStore, type OrderScope, orderStore, returnLists, returnStore } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';

/**
 * One return as both apps show it, with the facts of its order, from which every button asks the domain's own rule, and
 * where the money stands that a gateway has to send.
 */
export const viewReturn = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, id: string) => {
  const orderId = await returnLists.orderOf(db, scope, id);
  const order = orderId ? await orderStore.find(db, scope, orderId) : undefined;
  if (!order) return err({ kind: 'return-not-found' } satisfies Refusal);
  const record = await loadOrder(db, order);
  const found = record.returns.find((each) => each.id === id);
  if (!found) return err({ kind: 'return-not-found' } satisfies Refusal);
  const { lines, ...fields } = found;
  const [events, pictures, refunds, replacement] = await Promise.all([
    orderStore.events(db, order.id),
    returnStore.pictures(db, id),
    gatewayStore.refunds(db, order.id),
    found.replacementId ? orderStore.find(db, { kind: 'all' }, found.replacementId) : undefined,
  ]);
  const own = events.filter((event) => (event.facts as { subjectId?: string } | null)?.subjectId === id);
  const refundStep = own.find(({ action }) => action === 'refund-return');
  const cause = refundStep && `${order.id}:${refundStep.version}`;
  return ok({
    ...fields,
    order: {
      id: order.id,
      number: order.number,
      version: order.version,
      currency: order.currency,
      companyId: order.companyId,
      companyName: order.companyName,
      contactName: order.contactName,
      phone: order.phone,
      placedAt: order.placedAt,
    },
    facts: factsOf(record),
    pictures,
    replacement: replacement ? { id: replacement.id, number: replacement.number } : null,
    /** Money on its way back through a gateway. */
    refunds: refunds
      .filter(({ causeId }) => causeId === cause)
      .map(({ id: refundId, amount, state, settledAt }) => ({
        id: refundId,
        amount,
        state: state as 'waiting' | 'unknown' | 'succeeded' | 'failed',
        settledAt,
      })),
    lines: lines.flatMap(({ orderLineId, ...units }) => {
      const line = record.lines.find((each) => each.id === orderLineId);
      if (!line) return [];
      const { itemNumber, name, optionText, unit, isGift, quantity, netAmount } = line;
      return [
        {
          ...units,
          lineId: orderLineId,
          itemNumber,
          name,
          optionText,
          unit,
          isGift,
          ordered: quantity,
          paid: netAmount,
        },
      ];
    }),
    events: own.map(({ version, action, actorType, actorName, comment, at }) => ({
      version,
      action,
      actorType,
      actorName,
      comment,
      at,
    })),
  });
};
