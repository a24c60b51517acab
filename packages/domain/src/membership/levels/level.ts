import type { Day } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';

/** A level and what it asks of the rolling window. Where orders or points are given too, all of them must be met. */
export type Level<Name extends string = string> = {
  readonly level: Name;
  readonly min: Minor;
  readonly minOrders?: number | undefined;
  readonly minPoints?: number | undefined;
};

/** What a member did in the window. */
export type Activity = { readonly spend: Minor; readonly orders: number; readonly points: number };

/** The level a member holds. Bounds in time are half-open: `validUntil` is the first day on which it no longer holds. */
export type HeldLevel<Name extends string = string> = {
  readonly level: Name;
  readonly validUntil?: Day | undefined;
  /** Granted by hand; not lowered before this day. */
  readonly lockedUntil?: Day | undefined;
  /** Set by an upgrade: until this day a refund can take it back to the level held before. */
  readonly undo?: { readonly until: Day; readonly to: HeldLevel<Name> } | undefined;
};

export type LevelPolicy = {
  readonly windowMonths: number;
  readonly validMonths: number;
  /** At most one level down at the end of the validity. */
  readonly softLanding: boolean;
  /** Days in which a delivered order can be returned. */
  readonly returnDays: number;
};
export const DEFAULT_LEVEL_POLICY: LevelPolicy = {
  windowMonths: 12,
  validMonths: 12,
  softLanding: true,
  returnDays: 15,
};

/** Levels by rising demand, ties by name: the order everything else speaks of as "one level down". */
export const ranked = <Name extends string>(levels: readonly Level<Name>[]): readonly Level<Name>[] =>
  [...levels].sort((a, b) => a.min - b.min || (a.level < b.level ? -1 : 1));

export const meets = (level: Level, activity: Activity): boolean =>
  activity.spend >= level.min && activity.orders >= (level.minOrders ?? 0) && activity.points >= (level.minPoints ?? 0);

/** The rank of the highest level the activity reaches; the lowest level is everybody's. */
export const reachedRank = (levels: readonly Level[], activity: Activity): number =>
  Math.max(
    0,
    levels.findLastIndex((level) => meets(level, activity)),
  );
