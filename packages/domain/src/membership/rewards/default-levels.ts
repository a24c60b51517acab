import { type Minor, minor } from '../../money/index.ts';
import type { Level } from '../levels/index.ts';
import { type Benefits, NO_BENEFITS } from './benefits.ts';

/** The usual four, lowest first. A shop may have its own. */
export const LEVEL_NAMES = ['ordinary', 'silver', 'gold', 'diamond'] as const;
export type LevelName = (typeof LEVEL_NAMES)[number];

const yuan = (amount: number): Minor => minor(amount * 100);

/** Spend in twelve months that reaches each level. */
export const DEFAULT_LEVELS: readonly Level<LevelName>[] = [
  { level: 'ordinary', min: yuan(0) },
  { level: 'silver', min: yuan(10_000) },
  { level: 'gold', min: yuan(50_000) },
  { level: 'diamond', min: yuan(200_000) },
];

export const DEFAULT_BENEFITS: Readonly<Record<LevelName, Benefits>> = {
  ordinary: NO_BENEFITS,
  silver: {
    ...NO_BENEFITS,
    pricePercent: '98',
    pointsMultiplier: '1.2',
    freeShippingFrom: yuan(1000),
    allocationPriority: 1,
    exclusivePromotions: true,
  },
  gold: {
    pricePercent: '95',
    pointsMultiplier: '1.5',
    freeShippingFrom: yuan(500),
    allocationPriority: 2,
    ownServicePerson: true,
    exclusivePromotions: true,
    termBonusDays: 7,
  },
  diamond: {
    pricePercent: '92',
    pointsMultiplier: '2',
    freeShippingFrom: yuan(0),
    allocationPriority: 3,
    ownServicePerson: true,
    exclusivePromotions: true,
    termBonusDays: 15,
  },
};
