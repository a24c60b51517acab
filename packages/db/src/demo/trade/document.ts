import { minor } from '@tradeline/domain/money';
import {
  type ClosedLine,
  capturedAmount,
  type DisplayStatus,
  type PaymentStatus,
  type PricedOrder,
  refundedAmount,
} from '@tradeline/domain/order';
import type { InferInsertModel } from 'drizzle-orm';
import type { orderLines, orders } from '../../schema/index.ts';
import type { DemoProduct, DemoSku } from '../catalogue/build.ts';
import { at, DAY } from '../clock.ts';
import type { Journey } from './journey.ts';

/** Prices that lost are kept for orders people still ask about; of older ones only the price that won. */
const RECENT = 45 * DAY;

const compact = (priced: PricedOrder): PricedOrder => ({
  ...priced,
  lines: priced.lines.map((line) => ({
    ...line,
    price:
      line.price.source === 'list'
        ? { ...line.price, considered: line.price.considered.filter(({ reason }) => reason === 'chosen') }
        : line.price,
  })),
});

type Shown = { readonly displayStatus: DisplayStatus; readonly paymentStatus: PaymentStatus; readonly now: number };

const digits = (text: string): number => Number(text.slice(2));

export const documentOf = (
  journey: Journey,
  { displayStatus, paymentStatus, now }: Shown,
): InferInsertModel<typeof orders> => {
  const { customer, facts, priced, placedAt } = journey;
  const { totals } = priced;
  const off = (of: (line: ClosedLine) => number): number =>
    (journey.closed ?? []).reduce((sum, line) => sum + of(line), 0);
  const turn = digits(journey.number);
  const {
    id: _,
    companyId: __,
    label: ___,
    isDefault: ____,
    ...address
  } = customer.addresses[turn % customer.addresses.length]!;
  return {
    id: journey.id,
    number: journey.number,
    companyId: customer.row.id,
    buyerId: journey.buyer.id,
    approval: facts.approval,
    displayStatus,
    paymentStatus,
    version: facts.version,
    paymentTerms: facts.money.terms,
    currency: priced.currency,
    goodsAmount: minor(totals.gross - off((line) => line.gross)),
    discountAmount: minor(totals.discount - off((line) => line.discount)),
    shippingAmount: totals.shipping,
    taxAmount: minor(totals.tax - off((line) => line.tax)),
    totalAmount: facts.money.total,
    paidAmount: capturedAmount(facts),
    refundedAmount: refundedAmount(facts),
    grantedAmount: facts.money.granted,
    trace: now - placedAt < RECENT ? priced : compact(priced),
    address: {
      ...address,
      country: 'CN',
      province: address.province!,
      city: address.city!,
      district: address.district!,
      postalCode: address.postalCode!,
    },
    contactName: address.contactName,
    phone: address.phone,
    purchaseOrderNumber:
      customer.group === 'corporate' || turn % 5 === 0
        ? `PO${at(placedAt).slice(2, 7).replace('-', '')}-${String(turn % 1000).padStart(3, '0')}`
        : null,
    wishedDate: journey.wishedOn ?? (turn % 3 === 0 ? at(placedAt + (3 + (turn % 6)) * DAY).slice(0, 10) : null),
    note: turn % 11 === 0 ? notes[turn % notes.length]! : null,
    dueAt: facts.money.dueAt ?? null,
    placedAt: at(placedAt),
    confirmedAt: journey.confirmedAt === undefined ? null : at(journey.confirmedAt),
    closedAt: journey.closedAt === undefined ? null : at(journey.closedAt),
  };
};

const notes = [
  '请周五前送到，仓库下午四点半下班。',
  '发票随货同行。',
  '外箱贴我司采购单号。',
  '易碎品请加固包装。',
  '与上一单合并配送。',
  '送货前请电话联系。',
];

export const linesOf = ({ id, holds, priced, facts, closed }: Journey): InferInsertModel<typeof orderLines>[] =>
  holds.map(({ wish, lineId }, i) => {
    const [line, state] = [priced.lines[i]!, facts.lines[i]!];
    const off = closed?.find((one) => one.lineId === lineId);
    const { cancelled, picked, shipped, delivered, returned, refunded } = state;
    return {
      id: lineId,
      orderId: id,
      position: i + 1,
      skuId: wish.sku.row.id,
      itemNumber: wish.sku.row.itemNumber,
      name: wish.sku.product.row.name,
      optionText: optionText(wish.sku, wish.sku.product),
      unit: wish.sku.row.unit,
      quantity: line.quantity,
      unitPriceE4: line.unitPriceE4,
      priceListId: line.price.source === 'list' ? line.price.listId : null,
      grossAmount: minor(line.gross - (off?.gross ?? 0)),
      discountAmount: minor(line.discount - (off?.discount ?? 0)),
      netAmount: minor(line.net - (off?.net ?? 0)),
      taxRate: line.taxRate,
      taxAmount: minor(line.tax.tax - (off?.tax ?? 0)),
      closedGross: off?.gross ?? minor(0),
      closedNet: off?.net ?? minor(0),
      cancelled,
      picked,
      shipped,
      delivered,
      returned,
      refunded,
    };
  });

/** "红色 / M", as the shop prints a configuration on a document. */
const optionText = ({ row }: DemoSku, { row: { axes } }: DemoProduct) => {
  const chosen = axes!.flatMap(({ code, values }) => values.find((value) => value.code === row.options![code]) ?? []);
  return chosen.length === 0
    ? null
    : {
        zh: chosen.map(({ name }) => name.zh).join(' / '),
        en: chosen.map(({ name }) => name.en ?? name.zh).join(' / '),
      };
};
