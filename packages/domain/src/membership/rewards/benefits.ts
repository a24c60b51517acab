import type { Day } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';

/** What a level gives. */
export type Benefits = {
  /** Price as percent of the list (`'95'`), where the price may be lowered by level; a decimal string. */
  readonly pricePercent: string;
  /** Multiplier of earned points, a decimal string. */
  readonly pointsMultiplier: string;
  /** Goods from this amount ship free; absent = never. */
  readonly freeShippingFrom?: Minor | undefined;
  /** Higher goes first when stock is short. */
  readonly allocationPriority: number;
  readonly ownServicePerson: boolean;
  readonly exclusivePromotions: boolean;
  /** Days added to the payment term, only with a reviewer's approval. */
  readonly termBonusDays: number;
};

export const NO_BENEFITS: Benefits = {
  pricePercent: '100',
  pointsMultiplier: '1',
  allocationPriority: 0,
  ownServicePerson: false,
  exclusivePromotions: false,
  termBonusDays: 0,
};

/** A level bought for a time, beside the one that was earned. */
export type PaidMembership<Name extends string> = { readonly level: Name; readonly endsOn: Day };

/** The better of the earned level and a paid one that still runs; `ladder` from lowest to highest. */
export const effectiveLevel = <Name extends string>(
  ladder: readonly Name[],
  earned: Name,
  paid: PaidMembership<Name> | undefined,
  today: Day,
): Name => (paid && today < paid.endsOn && ladder.indexOf(paid.level) > ladder.indexOf(earned) ? paid.level : earned);

export const shipsFree = (benefits: Benefits, goods: Minor): boolean =>
  benefits.freeShippingFrom !== undefined && goods >= benefits.freeShippingFrom;

/** The payment term with the level's bonus; a customer without credit terms gets none by rank. */
export const termDaysWith = (benefits: Benefits, grantedDays: number, approved: boolean): number =>
  grantedDays > 0 && approved ? grantedDays + benefits.termBonusDays : grantedDays;
