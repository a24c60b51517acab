import { type Tx, transact } from '@tradeline/db';
import { type OrderScope, orderStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { can, type OrderFacts } from '@tradeline/domain/order';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import type { Actor } from '../actor.ts';
import { factsOf, loadOrder } from '../order-facts.ts';
import { type Moved, takeStep } from '../run-command.ts';
import { type ClosedTold, reckonRest } from './reckon-rest.ts';

type Which = { scope: OrderScope; orderId: string };
export type CloseRest = Which & {
  /** The version whose rest was looked at: what it comes to hangs on nothing else. */
  expectedVersion: number;
  /** Why the rest is not sent; the customer reads it. */
  comment: string;
};

export type RestPreview = ClosedTold & {
  version: number;
  /** What of the customer's limit is free again. */
  creditFreed: Minor;
  /** Units that lie held for it and are free again; of those, picked ones are to be put back. */
  held: number;
  picked: number;
};

/** What closing the rest would come to now; nothing is changed. */
export const previewRest = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  which: Which,
): Promise<Result<RestPreview, Refusal>> =>
  transact<RestPreview, Refusal>(deps.db, async (tx) => {
    const begun = await begin(tx, actor, which);
    if (!begun.ok) return begun;
    const { facts, told } = begun.value;
    const { holds, lines } = facts;
    return ok({
      ...told,
      version: facts.version,
      creditFreed: Math.min(holds.credit, told.total.before - told.total.after) as Minor,
      held: lines.reduce((sum, line) => sum + line.reserved + line.allocated, 0),
      picked: lines.reduce((sum, line) => sum + line.picked, 0),
    });
  });

/**
 * Closes what is still to be sent of an order of which something left: it is never sent, its goods are free, the order
 * costs less by its share, and what that leaves paid too much goes back the way it came. Of two who act on the order at
 * once, whoever looked at what no longer stands is refused.
 */
export const closeRest = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { expectedVersion, comment, ...which }: CloseRest,
): Promise<Result<Moved, Refusal>> =>
  transact<Moved, Refusal>(deps.db, async (tx) => {
    const begun = await begin(tx, actor, which);
    if (!begun.ok) return begun;
    const { facts, told, ...closing } = begun.value;
    if (facts.version !== expectedVersion)
      return err({ kind: 'order-moved-on', expected: expectedVersion, actual: facts.version });
    const { total, points } = told;
    return takeStep(tx, actor, {
      ...which,
      command: { action: 'close-rest', total: total.after, points, expectedVersion, comment },
      closing: { ...closing, told },
    });
  });

/** Reckoned under the order's lock: whoever looks waits for a step that is just being taken. */
const begin = async (
  tx: Tx,
  actor: Actor,
  { scope, orderId }: Which,
): Promise<Result<ReturnType<typeof reckonRest> & { facts: OrderFacts }, Refusal>> => {
  const order = await orderStore.lock(tx, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const record = await loadOrder(tx, order);
  const facts = factsOf(record);
  const may = can(facts, 'close-rest', { roles: actor.roles, actorId: actor.id ?? '' });
  return may.ok ? ok({ ...reckonRest(record, facts), facts }) : may;
};
