import { type OrderScope, orderStore, returnLists, trackingStore } from '@tradeline/db/stores';
import type { StaffRole } from '@tradeline/domain/access';
import { err, ok } from '@tradeline/domain/kernel';
import type {
  ApprovalState,
  DisplayStatus,
  OrderFacts,
  PaymentStatus,
  PaymentTerms,
  ReviewStep,
} from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { ClosedTold } from './closing/reckon-rest.ts';
import type { OrderChange } from './editing/tell-change.ts';
import { factsOf, loadOrder } from './order-facts.ts';

/**
 * An order as both apps show it. `facts` are what the domain's `can` reads, so every button asks the very rule that the
 * server will apply.
 */
export const viewOrder = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, id: string) => {
  const order = await orderStore.find(db, scope, id);
  if (!order) return err({ kind: 'order-not-found' } satisfies Refusal);
  const record = await loadOrder(db, order);
  const { reviews: reviewFacts, authors, ...known } = factsOf(record);
  // How the house reviews, and by whom, is told in the house.
  const inHouse = scope.kind === 'all' || scope.kind === 'sales';
  const facts: OrderFacts = inHouse ? { ...known, reviews: reviewFacts, authors } : known;
  const [events, news, replaces] = await Promise.all([
    orderStore.events(db, id),
    record.shipments.length > 0 ? trackingStore.ofOrder(db, id) : [],
    order.channel === 'replacement' ? returnLists.replacedBy(db, id) : undefined,
  ]);
  const { trace, approval, displayStatus, paymentStatus, paymentTerms, cartId, buyerId, ...fields } = order;
  return ok({
    ...fields,
    approval: approval as ApprovalState,
    displayStatus: displayStatus as DisplayStatus,
    paymentStatus: paymentStatus as PaymentStatus,
    paymentTerms: paymentTerms as PaymentTerms,
    trace,
    facts,
    lines: record.lines,
    shipments: record.shipments.map((parcel) => ({
      ...parcel,
      /** What its carrier said, the newest first. */
      news: news.filter(({ shipmentId }) => shipmentId === parcel.id).map(({ shipmentId: _, ...said }) => said),
    })),
    returns: record.returns.map(({ id, number, state }) => ({ id, number, state })),
    /** The return whose goods this order sends again. */
    replaces: replaces ?? null,
    payments: record.payments,
    held: record.held,
    reviews: inHouse
      ? record.reviews.map(({ step, roles, passedByName, passedAt }) => ({
          step: step as ReviewStep,
          roles: roles as StaffRole[],
          passedByName,
          passedAt,
        }))
      : [],
    events: events
      .filter(isLastOfPicks)
      .map(({ version, action, displayStatus, actorType, actorName, comment, facts, at }) => ({
        version,
        action,
        displayStatus: displayStatus as DisplayStatus,
        actorType,
        actorName,
        comment,
        facts: facts as {
          subjectId?: string;
          review?: ReviewStep;
          carrier?: string;
          trackingNumber?: string | null;
          change?: OrderChange;
          closed?: ClosedTold;
        },
        at,
      })),
  });
};

type Event = Awaited<ReturnType<typeof orderStore.events>>[number];

/** Stop after stop of one picker is told once, with the last of them. */
const isLastOfPicks = ({ action, actorId }: Event, at: number, all: readonly Event[]): boolean =>
  action !== 'pick' || all[at + 1]?.action !== 'pick' || all[at + 1]?.actorId !== actorId;
