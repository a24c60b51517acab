import { type Tx, transact } from '@tradeline/db';
import {
  creditStore,
  type OrderScope,
  orderStore,
  pickListStore,
  shipmentStore,
  transactionTime,
} from '@tradeline/db/stores';
import { addDays, err, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { type OrderCommand, type OrderFacts, type Step, step } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from './actor.ts';
import { carryOut, type Parcel } from './carry-out.ts';
import type { Closing } from './closing/reckon-rest.ts';
import { decideWithCredit } from './credit/decide-with-credit.ts';
import { factsOf, loadOrder, type OrderRecord } from './order-facts.ts';
import { moveReturn } from './returning/move-return.ts';
import type { Returning } from './returning/open-return.ts';
import { keepReviews, withReviews } from './reviewing/keep-reviews.ts';
import { type Moved, writeStep } from './write-step.ts';

export type { Moved } from './write-step.ts';

export type CommandRequest = {
  scope: OrderScope;
  orderId: string;
  command: OrderCommand;
  parcel?: Parcel | undefined;
  /** The reservation of which a picker found less, or has to give up what he picked. */
  shortOf?: string | undefined;
  /** What a step of a return writes beside its state. */
  returning?: Returning | undefined;
  /** The money by bank that a step takes in. */
  transfer?: OrderRecord['transfer'];
  /** What is written with the rest that a step closes. */
  closing?: Closing | undefined;
};

/**
 * One step of an order: locked, decided by the domain's table, carried out, written down (history, event, audit) in one
 * transaction. A refusal leaves nothing behind. Two people who act at once are lined up by the lock; the second is
 * decided on what the first left.
 */
export const runCommand = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  request: CommandRequest,
): Promise<Result<Moved, Refusal>> => transact<Moved, Refusal>(deps.db, (tx) => takeStep(tx, actor, request));

/** The same within a transaction that does more. */
export const takeStep = async (tx: Tx, actor: Actor, request: CommandRequest): Promise<Result<Moved, Refusal>> => {
  const order = await orderStore.lock(tx, request.scope, request.orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const record = { ...(await loadOrder(tx, order)), transfer: request.transfer };
  const now = await transactionTime(tx);
  const before = factsOf(record);
  const command = await withReviews(tx, request.command);
  const decided = await decideWithCredit(tx, order, command, (asked) =>
    step(before, asked, {
      roles: actor.roles,
      actorId: actor.id ?? '',
      at: now,
      ...(actor.staffRoles ? { staffRoles: actor.staffRoles } : {}),
    }),
  );
  if (!decided.ok) return decided;
  const { facts, event, effects } = decided.value;
  const { parcel, shortOf, returning, closing } = request;
  await carryOut({ tx, record, step: decided.value, actor, parcel, shortOf, returning });
  await orderStore.changeLines(tx, changedLines(before, facts));
  if (closing) await orderStore.lower(tx, order.id, closing.by, closing.lines);
  await moveShipment(record, decided.value, (id, state) => shipmentStore.setState(tx, id, state));
  await moveReturn(tx, record, decided.value, returning);
  await keepReviews(tx, order.id, { command, before, after: facts, actor });
  // Whoever picks is not sent for what went or was given up.
  if (effects.some(({ kind }) => kind === 'release-stock' || kind === 'deduct-stock'))
    await pickListStore.follow(tx, order.id);

  const invoiced =
    effects.some((effect) => effect.kind === 'issue-invoice') && !order.dueAt && order.paymentTerms === 'terms';
  const termDays = invoiced ? ((await creditStore.account(tx, order.companyId))?.termDays ?? 0) : 0;
  return writeStep(
    tx,
    { order, before, step: decided.value, actor, now },
    {
      columns: invoiced ? { dueAt: addDays(now, termDays) } : {},
      facts: {
        ...(event.subjectId ? { subjectId: event.subjectId } : {}),
        ...passedNow(before, facts),
        ...(closing ? { closed: closing.told } : {}),
        ...(request.parcel ? { carrier: request.parcel.carrier, trackingNumber: request.parcel.trackingNumber } : {}),
      },
      before: amountsOf(before, facts),
      after: { ...amountsOf(facts, before), ...(closing ? { closed: closing.told } : {}) },
    },
  );
};

/** The review that the step passed, for the history. */
const passedNow = (before: OrderFacts, after: OrderFacts) => {
  const now = after.reviews?.find(({ passedBy }, at) => passedBy && !before.reviews?.[at]?.passedBy);
  return now && { review: now.step };
};

/** What the order costs and what returns have taken off it, where the step changed it. */
const amountsOf = ({ money }: OrderFacts, other: OrderFacts): { granted?: Minor; total?: Minor } => ({
  ...(money.granted === other.money.granted ? {} : { granted: money.granted }),
  ...(money.total === other.money.total ? {} : { total: money.total }),
});

const figures = (line: OrderFacts['lines'][number]) => {
  const { cancelled, picked, shipped, delivered, returned, refunded } = line;
  return { cancelled, picked, shipped, delivered, returned, refunded };
};

const changedLines = (before: OrderFacts, after: OrderFacts) =>
  after.lines
    .filter(
      (line) =>
        JSON.stringify(figures(line)) !==
        JSON.stringify(figures(before.lines.find((was) => was.lineId === line.lineId) ?? line)),
    )
    .map((line) => ({ id: line.lineId, ...figures(line) }));

/** A parcel that existed before the step and stands elsewhere after it. */
const moveShipment = async (
  record: OrderRecord,
  { facts }: Step,
  set: (id: string, state: OrderFacts['shipments'][number]['state']) => Promise<void>,
): Promise<void> => {
  for (const shipment of record.shipments) {
    const after = facts.shipments.find((candidate) => candidate.id === shipment.id);
    if (after && after.state !== shipment.state) await set(shipment.id, after.state);
  }
};
