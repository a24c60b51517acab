import { type Minor, minor } from '@tradeline/domain/money';
import type { OrderCommand } from '@tradeline/domain/order';
import { at as instantAt } from '../clock.ts';
import type { Books } from './books.ts';
import { type Actor, type Journey, type JourneyContext, ledgerName } from './journey.ts';

type Run = (journey: Journey, command: OrderCommand, actor: Actor, at: number) => void;

/** Money that comes in for orders and goes back. */
export const openCash = ({ rows, ids, now }: JourneyContext, books: Books, run: Run) => {
  /** Money in: the attempt and its success, the payment itself, and the credit it gives back. */
  const pay = (
    journey: Journey,
    amount: Minor,
    method: string,
    actors: { readonly starts: Actor; readonly records: Actor },
    at: number,
  ): void => {
    const paymentId = ids(at);
    run(journey, { action: 'start-payment', paymentId, amount }, actors.starts, at);
    run(journey, { action: 'capture-payment', paymentId, amount }, actors.records, at + 60_000);
    rows.payments.push(paymentRow(journey, paymentId, 'receipt', method, amount, actors.records, at + 60_000));
    if (journey.facts.money.terms === 'terms')
      books.credit(journey, 'payment', -amount, { type: 'payment', id: paymentId }, actors.records, at + 60_000);
  };

  /** Money back, from the payments it came with, the first one first. */
  const refund = (journey: Journey, amount: Minor, actor: Actor, at: number): void => {
    let left: number = amount;
    for (const { id, captured, refunded } of journey.facts.payments) {
      const part = minor(Math.min(left, captured - refunded));
      if (part <= 0) continue;
      left -= part;
      run(journey, { action: 'refund-payment', paymentId: id, amount: part }, actor, at);
      rows.payments.push(paymentRow(journey, ids(at), 'refund', 'bank-transfer', part, actor, at));
    }
  };

  const paymentRow = (
    journey: Journey,
    id: string,
    kind: 'receipt' | 'refund',
    method: string,
    amount: Minor,
    actor: Actor,
    at: number,
  ) => ({
    id,
    orderId: journey.id,
    companyId: journey.customer.row.id,
    kind,
    method,
    amount,
    reference: method === 'cash' ? null : `${kind === 'receipt' ? 'BR' : 'RF'}${at.toString().slice(1, 10)}`,
    receivedAt: instantAt(Math.min(at, now)),
    recordedBy: ledgerName(actor),
  });

  return { pay, refund };
};
