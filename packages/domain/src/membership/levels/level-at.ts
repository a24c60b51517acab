import { plusDays, plusMonths } from '../../calendar/index.ts';
import { type Day, invariant } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import {
  type Activity,
  DEFAULT_LEVEL_POLICY,
  type HeldLevel,
  type Level,
  type LevelPolicy,
  meets,
  ranked,
  reachedRank,
} from './level.ts';
import { type CountedOrder, ordersInWindow, rollingSpend } from './spend.ts';

export type LevelInput<Name extends string> = {
  readonly levels: readonly Level<Name>[];
  readonly held: HeldLevel<Name>;
  readonly orders: readonly Omit<CountedOrder, 'id'>[];
  /** Points earned in the window, where a level asks for them. */
  readonly points?: number | undefined;
  readonly at: Day;
  readonly policy?: LevelPolicy | undefined;
};

export type LevelDecision<Name extends string> = {
  readonly held: HeldLevel<Name>;
  readonly change: 'upgrade' | 'keep' | 'renew' | 'downgrade' | 'undo-upgrade';
  readonly spend: Minor;
  /** Why a level that the spend no longer carries is kept. */
  readonly keptBy?: 'validity' | 'lock' | undefined;
  /** The next level and what is missing to it in spend; absent at the top. */
  readonly next?: { readonly level: Name; readonly missing: Minor } | undefined;
  /** To keep the level when its validity ends: what must still be spent by then. Absent where nothing ends. */
  readonly keep?: { readonly missing: Minor; readonly by: Day } | undefined;
};

type Step<Name extends string> = Pick<LevelDecision<Name>, 'held' | 'change' | 'keptBy'>;

const decide = <Name extends string>(
  levels: readonly Level<Name>[],
  held: HeldLevel<Name>,
  activity: Activity,
  at: Day,
  policy: LevelPolicy,
): Step<Name> => {
  const reached = reachedRank(levels, activity);
  const own = levels.findIndex((level) => level.level === held.level);
  invariant(own >= 0, `a level that is not in the table: ${held.level}`);
  const validUntil = plusMonths(at, policy.validMonths);
  const locked = held.lockedUntil !== undefined && at < held.lockedUntil;
  const lock = locked ? { lockedUntil: held.lockedUntil } : {};

  if (reached > own) {
    const undo = { until: plusDays(at, policy.returnDays), to: held };
    return { held: { level: levels[reached]!.level, validUntil, ...lock, undo }, change: 'upgrade' };
  }
  if (reached < own && held.undo && at < held.undo.until && !locked) {
    return { held: decide(levels, held.undo.to, activity, at, policy).held, change: 'undo-upgrade' };
  }
  const { undo: past, ...kept } = held;
  const undo = past && at < past.until ? { undo: past } : {};
  const valid = held.validUntil !== undefined && at < held.validUntil;
  if (valid) return { held: { ...kept, ...undo }, change: 'keep', ...(reached < own ? { keptBy: 'validity' } : {}) };
  // The lowest level never ends, so it needs no renewal.
  if (reached === own) {
    const renewed = own === 0 ? { level: held.level } : { level: held.level, validUntil };
    return { held: { ...renewed, ...lock }, change: own === 0 ? 'keep' : 'renew' };
  }
  if (locked)
    return { held: { level: held.level, validUntil: held.validUntil, ...lock }, change: 'keep', keptBy: 'lock' };
  const landed = policy.softLanding ? Math.max(reached, own - 1) : reached;
  const { level } = levels[landed]!;
  return { held: landed === 0 ? { level } : { level, validUntil }, change: 'downgrade' };
};

const missingTo = (level: Level, spend: Minor): Minor => minor(Math.max(0, level.min - spend));

/**
 * The level of a member on a day: up at once, any number of levels; down only when the validity has ended, one level at most
 * unless the policy says otherwise, never below a lock; an upgrade is taken back when a refund inside the return period removes
 * the spend that carried it.
 */
export const levelAt = <Name extends string>(input: LevelInput<Name>): LevelDecision<Name> => {
  const policy = input.policy ?? DEFAULT_LEVEL_POLICY;
  const levels = ranked(input.levels);
  invariant(levels.length > 0, 'at least one level');
  const activityOn = (at: Day, until: Day): Activity => {
    const known = input.orders.filter((order) => order.date <= until);
    return {
      spend: rollingSpend(known, at, policy.windowMonths),
      orders: ordersInWindow(known, at, policy.windowMonths).length,
      points: input.points ?? 0,
    };
  };
  const activity = activityOn(input.at, input.at);
  const step = decide(levels, input.held, activity, input.at, policy);
  const rank = levels.findIndex((level) => level.level === step.held.level);
  const next = levels.slice(rank + 1).find((level) => !meets(level, activity));
  const by = step.held.validUntil;
  return {
    ...step,
    spend: activity.spend,
    ...(next ? { next: { level: next.level, missing: missingTo(next, activity.spend) } } : {}),
    ...(by !== undefined && rank > 0
      ? { keep: { by, missing: missingTo(levels[rank]!, activityOn(by, input.at).spend) } }
      : {}),
  };
};
