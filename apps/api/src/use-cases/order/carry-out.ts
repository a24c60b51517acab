import type { Tx } from '@tradeline/db';
import {
  couponStore,
  creditStore,
  gatewayStore,
  type Held,
  lotStore,
  type Movement,
  promotionUseStore,
  reservationStore,
  type SentParcel,
  shipmentStore,
  stockStore,
} from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import type { EffectKind, EffectOf, LineQuantity, Step } from '@tradeline/domain/order';
import { lotsInBoxes, setAside } from '../picking/set-aside.ts';
import { setAsideEnded } from '../stock/ended-lots.ts';
import { type Actor, ledgerName } from './actor.ts';
import { bookReceipt } from './book-receipt.ts';
import type { OrderRecord } from './order-facts.ts';
import { boxedLots, lotsOfMovement, parcelLines } from './parcel-lots.ts';
import { payBack } from './pay-back.ts';
import { lowerOpenItem } from './returning/lower-open-item.ts';
import { openReturn, type Returning } from './returning/open-return.ts';
import { restock } from './returning/restock.ts';
import { settlePoints } from './settle-points.ts';

/** Who carries a parcel and from where; needed only by the step that ships. */
export type Parcel = SentParcel & { warehouseId: string };

export type CarryOut = {
  tx: Tx;
  record: OrderRecord;
  step: Step;
  actor: Actor;
  parcel?: Parcel | undefined;
  /** The reservation of which a picker found less than he was sent for. */
  shortOf?: string | undefined;
  returning?: Returning | undefined;
};

type Handler<Kind extends EffectKind> = (context: CarryOut, effect: EffectOf<Kind>) => Promise<void>;

/** Splits units of lines over the reservations that hold them. */
export const partsOf = (
  held: readonly Held[],
  state: string,
  lines: readonly LineQuantity[],
): { held: Held; units: number }[] =>
  lines.flatMap(({ lineId, quantity }) => {
    let left = quantity;
    const parts = held
      .filter((h) => h.orderLineId === lineId && h.state === state)
      .map((h) => {
        const units = Math.min(left, h.quantity);
        left -= units;
        return { held: h, units };
      })
      .filter(({ units }) => units > 0);
    invariant(left === 0, `an effect takes more than is held of line ${lineId}`);
    return parts;
  });

/** A line's units of one balance make one entry: one cause, one entry of a kind. */
const movementsOf = (
  { step, record, actor }: CarryOut,
  kind: Movement['kind'],
  parts: { held: Held; units: number }[],
): Movement[] =>
  [...Map.groupBy(parts, ({ held }) => `${held.skuId} ${held.warehouseId}`).values()].map((group) => ({
    skuId: group[0]!.held.skuId,
    warehouseId: group[0]!.held.warehouseId,
    kind,
    quantity: group.reduce((sum, { units }) => sum + units, 0),
    cause: { type: 'order-step', id: `${record.order.id}:${step.event.version}` },
    actor: ledgerName(actor),
  }));

const moveAll = async ({ tx }: CarryOut, movements: Movement[]): Promise<void> => {
  invariant(await stockStore.move(tx, movements), 'held goods can always be moved');
};

const endParts = async (
  context: CarryOut,
  parts: { held: Held; units: number }[],
  end: 'shipped' | 'released',
): Promise<void> => {
  for (const { held, units } of parts) await reservationStore.lower(context.tx, held.id, units, end);
};

/** What is being picked goes back to being promised first, then both are free again; what lies in a box has to be put back before. */
const release = async (context: CarryOut, { lines, allocated }: EffectOf<'release-stock'>): Promise<void> => {
  const { shortOf } = context;
  const held = context.record.held.filter(({ id }) => shortOf === undefined || id === shortOf);
  const picked = partsOf(held, 'allocated', allocated);
  const parts = [...partsOf(context.record.held, 'reserved', lines), ...picked];
  const boxes = await lotsInBoxes(context.tx, picked);
  await moveAll(context, [...movementsOf(context, 'deallocate', picked), ...movementsOf(context, 'release', parts)]);
  await endParts(context, parts, 'released');
  const { order } = context.record;
  const cause = { type: 'order-step', id: `${order.id}:${context.step.event.version}` };
  await setAside(context.tx, picked, boxes, order, { cause, actor: ledgerName(context.actor) });
};

/** A parcel leaves one warehouse: what is held elsewhere goes with another. */
const inParcel = ({ record, parcel }: CarryOut): Held[] =>
  record.held.filter((held) => held.warehouseId === parcel?.warehouseId);

/** A step that moves goods or money on our side. The others tell somebody, and travel in the step's event. */
const handlers: { [Kind in EffectKind]?: Handler<Kind> } = {
  // Listed, and carried out, in the one lock order: credit before stock.
  'open-return': openReturn,
  'issue-credit-note': lowerOpenItem,
  'release-credit': async ({ tx, record, step, actor }, { amount }) => {
    const cause = `${record.order.id}:${step.event.version}`;
    await creditStore.release(tx, record.order.companyId, record.order.id, amount, cause, ledgerName(actor));
  },
  'commit-coupon-use': async ({ tx, record }) => {
    await couponStore.commit(tx, record.order.id);
    await promotionUseStore.commit(tx, record.order.id);
  },
  'return-coupon-use': async ({ tx, record }) => {
    await couponStore.release(tx, record.order.id);
    await promotionUseStore.release(tx, record.order.id);
  },
  'return-coupon-when-all-back': async ({ tx, record }) => {
    await couponStore.release(tx, record.order.id);
    await promotionUseStore.release(tx, record.order.id);
  },
  'release-points': (context, { points }) => settlePoints(context, { restored: points, clawedBack: 0 }),
  'claw-back-points': (context) => settlePoints(context, context.returning?.points ?? { restored: 0, clawedBack: 0 }),
  'post-payment': async ({ tx, record, actor }, { paymentId, amount }) => {
    const { transfer } = record;
    if (transfer?.id === paymentId)
      return bookReceipt(tx, record, { method: 'transfer', amount, reference: transfer.reference, actor });
    const attempt = record.attempts.find(({ id }) => id === paymentId);
    invariant(attempt, 'money that came in was asked for');
    await gatewayStore.capture(tx, attempt.id);
    await bookReceipt(tx, record, { method: attempt.channel, amount, reference: attempt.number, actor });
  },
  'void-payments': ({ tx }, { paymentIds }) => gatewayStore.callOff(tx, paymentIds),
  'refund-payment': (context, { amount }) =>
    payBack(context, amount, context.step.event.action === 'refund-return' ? 'by-means' : 'last-first'),
  'release-stock': release,
  'allocate-stock': async (context, { lines }) => {
    const parts = partsOf(context.record.held, 'reserved', lines);
    invariant(
      parts.every(({ held, units }) => held.quantity === units),
      'picking takes whole reservations',
    );
    await moveAll(context, movementsOf(context, 'allocate', parts));
    await reservationStore.setState(
      context.tx,
      parts.map(({ held }) => held.id),
      'allocated',
    );
  },
  'deduct-stock': async (context, { lines }) => {
    const parts = partsOf(inParcel(context), 'allocated', lines);
    const boxed = await boxedLots(context.tx, parts);
    const movements = movementsOf(context, 'ship', parts);
    await moveAll(
      context,
      movements.map((movement) => ({ ...movement, lots: lotsOfMovement(movement, parts, boxed) })),
    );
    await lotStore.unpick(context.tx, boxed);
    await endParts(context, parts, 'shipped');
  },
  restock,
  'create-shipment': async ({ tx, record, step, parcel }, { shipmentId, lines }) => {
    invariant(parcel, 'a shipment has a carrier');
    const number = await shipmentStore.nextNumber(tx);
    const sent = await lotStore.sentBy(tx, `${record.order.id}:${step.event.version}`);
    await shipmentStore.add(
      tx,
      { id: shipmentId, orderId: record.order.id, number, ...parcel },
      parcelLines(record, lines, sent),
    );
  },
};

/** Executes what a step asks for. */
export const carryOut = async (context: CarryOut): Promise<void> => {
  for (const [kind, handler] of Object.entries(handlers) as [EffectKind, Handler<EffectKind>][])
    for (const effect of context.step.effects)
      if (effect.kind === kind) await handler(context, effect as EffectOf<EffectKind>);
  // What a picker did not find is not free yet: he sets it aside first.
  if (context.shortOf === undefined && context.step.effects.some(({ kind }) => kind === 'release-stock'))
    await setAsideEnded(context.tx, context.record.held);
};
