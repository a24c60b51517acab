import { type Tx, transact } from '@tradeline/db';
import { type OwedRow, orderStore, owedStore, stockStore } from '@tradeline/db/stores';
import { type OwedLine, type Released, releaseOwed } from '@tradeline/domain/fulfilment';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { DEFAULT_BENEFITS, LEVEL_NAMES } from '@tradeline/domain/membership';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from '../order/actor.ts';
import { reserveGoods } from '../order/placing/reserve-goods.ts';
import { takeStep } from '../order/run-command.ts';

const SCOPE = { kind: 'all' } as const;

/** How early a level is served; one that the shop has named itself is served like the lowest. */
const rankOf = (level: string): number => {
  const known = LEVEL_NAMES.find((name) => name === level);
  return known ? DEFAULT_BENEFITS[known].allocationPriority : 0;
};

const claimOf = ({ orderId, lineId, skuId, owed, priority, level, placedAt }: OwedRow): OwedLine => ({
  ...{ orderId, lineId, skuId, owed, priority, placedAt },
  rank: rankOf(level),
});

/**
 * Promises goods that lie free to the orders that are owed them: urgent first, then by level, then as they came. Each
 * order is served in a transaction of its own, decided anew under its lock; what was taken meanwhile is taken by nobody
 * twice. Goods whose rest waits for a word of sales are left out. Answers how many orders were served.
 */
export const releaseAllOwed = async (deps: Pick<Deps, 'db'>, actor: Actor): Promise<number> => {
  const owed = (await owedStore.servable(deps.db)).filter(({ rest }) => rest === 'owe');
  if (owed.length === 0) return 0;
  const available = Object.fromEntries(owed.map(({ skuId, available: units }) => [skuId, units]));
  const given = Map.groupBy(releaseOwed(owed.map(claimOf), available), ({ orderId }) => orderId);
  let served = 0;
  for (const [orderId, parts] of given) if ((await release(deps, actor, orderId, parts)).ok) served += 1;
  return served;
};

/** The same for one line, whatever stands before it: somebody of the house has decided so. */
export const releaseLine = async (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  lineId: string,
): Promise<Result<true, Refusal>> => {
  const row = (await owedStore.servable(deps.db)).find((one) => one.lineId === lineId);
  if (!row) return err({ kind: 'nothing-owed' });
  const { orderId, skuId, owed, available } = row;
  return release(deps, actor, orderId, [{ orderId, lineId, skuId, units: Math.min(owed, available) }]);
};

const release = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  orderId: string,
  parts: readonly Released[],
): Promise<Result<true, Refusal>> => transact<true, Refusal>(db, (tx) => reserveFor(tx, actor, orderId, parts));

const reserveFor = async (
  tx: Tx,
  actor: Actor,
  orderId: string,
  parts: readonly Released[],
): Promise<Result<true, Refusal>> => {
  const order = await orderStore.lock(tx, SCOPE, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const lines = parts.map(({ lineId, units }) => ({ lineId, quantity: units }));
  const step = await takeStep(tx, actor, { scope: SCOPE, orderId, command: { action: 'reserve', lines } });
  if (!step.ok) return step;
  const balances = await stockStore.lock(tx, [...new Set(parts.map(({ skuId }) => skuId))]);
  const draft = {
    id: orderId,
    lines: parts.map(({ lineId, skuId, units }) => ({ id: lineId, skuId, quantity: units })),
  };
  const reserved = await reserveGoods(tx, draft, new Map(), actor, balances, { version: step.value.version, held: [] });
  if (!reserved.ok) return reserved;
  return ok(true);
};
