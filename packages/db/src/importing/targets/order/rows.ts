import type { Instant } from '@tradeline/domain/kernel';
import { countAgreedLines, type PricedOrder, paymentStatus } from '@tradeline/domain/order';
import { newId } from '../../../ids.ts';
import type { orderEvents, orderLines, orders, payments, shipmentLines, shipments } from '../../../schema/index.ts';
import type { OrderValue } from '../../record.ts';
import { importer } from '../stock.ts';
import type { History } from './history.ts';

/** An imported order with its ids, amounts and history: all that its rows are made of. */
export type Document = {
  id: string;
  value: OrderValue;
  companyId: string;
  warehouseId: string;
  staffId: string | undefined;
  lines: readonly { id: string; skuId: string }[];
  priced: PricedOrder;
  history: History;
  /** Events that stand in the database already; history is only ever added to. */
  eventsBefore: number;
  source: string;
  /** The other system as people call it: it stands as the one who acted where the source names nobody. */
  title: string;
};

const actionOf = ({ event }: History['moments'][number]): string => event.action;

/** What is added to the history: all of it at first, later what the order has gone through since, or the correction itself. */
export const eventRows = (doc: Document): (typeof orderEvents.$inferInsert)[] => {
  const { moments } = doc.history;
  const last = moments.at(-1)!;
  const added = moments.slice(doc.eventsBefore);
  const shown =
    added.length > 0
      ? added
      : [{ ...last, event: { ...last.event, action: 'import-correction' }, approvalBefore: last.approval }];
  return shown.map((moment, at) => {
    const byStaff = moment.event.action === 'submit' && doc.value.takenBy !== undefined;
    return {
      id: newId(),
      orderId: doc.id,
      version: doc.eventsBefore + at + 1,
      action: moment.event.action,
      fromApproval: moment.approvalBefore,
      toApproval: moment.approval,
      displayStatus: moment.displayStatus,
      actorType: byStaff ? 'staff' : 'system',
      actorId: byStaff ? (doc.staffId ?? null) : null,
      actorName: byStaff ? doc.value.takenBy!.name : doc.title,
      facts: { source: doc.source, ...(moment.event.subjectId && { subjectId: moment.event.subjectId }) },
      at: moment.event.at,
    };
  });
};

const timeOf = (doc: Document, action: string): Instant | null =>
  doc.history.moments.find((moment) => actionOf(moment) === action)?.event.at ?? null;

export const orderRow = (doc: Document, version: number, now: Instant): typeof orders.$inferInsert => {
  const { value, priced, history } = doc;
  const paid = value.shippedAt ? priced.totals.payable : 0;
  return {
    id: doc.id,
    number: value.number,
    companyId: doc.companyId,
    channel: 'import',
    approval: history.facts.approval,
    displayStatus: history.moments.at(-1)!.displayStatus,
    paymentStatus: paymentStatus(history.facts, now),
    version,
    paymentTerms: 'terms',
    currency: value.currency,
    goodsAmount: priced.totals.gross,
    discountAmount: priced.totals.discount,
    shippingAmount: priced.totals.shipping,
    taxAmount: priced.totals.tax,
    totalAmount: priced.totals.payable,
    paidAmount: paid as typeof priced.totals.payable,
    trace: priced,
    agreedLines: countAgreedLines(priced),
    address: value.address,
    contactName: value.contactName,
    phone: value.phone,
    wishedDate: value.wishedDate ?? null,
    note: value.note ?? null,
    carrierCode: value.carrier ?? null,
    placedAt: value.placedAt,
    confirmedAt: timeOf(doc, 'auto-confirm'),
    closedAt: timeOf(doc, 'close'),
    source: doc.source,
  };
};

export const lineRows = ({ id, value, lines, priced, history }: Document): (typeof orderLines.$inferInsert)[] =>
  value.lines.map((line, at) => {
    const [amounts, facts] = [priced.lines[at]!, history.facts.lines[at]!];
    return {
      id: lines[at]!.id,
      orderId: id,
      position: at + 1,
      skuId: lines[at]!.skuId,
      itemNumber: line.itemNumber,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      unitPriceE4: line.unitPriceE4,
      grossAmount: amounts.gross,
      discountAmount: amounts.discount,
      netAmount: amounts.net,
      taxRate: line.taxRate,
      taxAmount: amounts.tax.tax,
      picked: facts.picked,
      shipped: facts.shipped,
      delivered: facts.delivered,
    };
  });

/** The one parcel of a sent order. The day of its arrival is not known, so it has none. */
export const shipmentRow = ({ id, value, warehouseId, history }: Document): (typeof shipments.$inferInsert)[] =>
  history.facts.shipments.map((shipment, at) => ({
    id: shipment.id,
    orderId: id,
    number: `${value.number}-${at + 1}`,
    warehouseId,
    carrier: value.carrier ?? '',
    state: shipment.state,
    shippedAt: value.shippedAt!,
  }));

export const shipmentLineRows = ({ history }: Document): (typeof shipmentLines.$inferInsert)[] =>
  history.facts.shipments.flatMap((shipment) =>
    shipment.lines.map(({ lineId, quantity }) => ({
      id: newId(),
      shipmentId: shipment.id,
      orderLineId: lineId,
      quantity,
    })),
  );

/** Old sent orders count as settled: the other system's books closed them, and nobody is to be dunned for them here. */
export const paymentRows = ({ id, value, companyId, source, history }: Document): (typeof payments.$inferInsert)[] =>
  history.facts.payments.map((payment) => ({
    id: payment.id,
    orderId: id,
    companyId,
    method: 'settled-elsewhere',
    amount: payment.captured,
    reference: value.number,
    receivedAt: value.shippedAt!,
    recordedBy: importer(source),
  }));
