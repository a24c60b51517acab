import { readFileSync, writeFileSync } from 'node:fs';
import { DEFAULT_BENEFITS, DEFAULT_LEVELS } from '@tradeline/domain/membership';
import { markdownTable, withGenerated } from './generated.ts';

export const guide = new URL('../../../docs/guides/membership.md', import.meta.url);

const yuan = (fen: number): string => String(fen / 100);

const levelRows = DEFAULT_LEVELS.map(({ level, min }) => {
  const benefits = DEFAULT_BENEFITS[level];
  return [
    level,
    yuan(min),
    `${benefits.pricePercent}%`,
    benefits.pointsMultiplier,
    benefits.freeShippingFrom === undefined ? 'never' : yuan(benefits.freeShippingFrom),
    benefits.allocationPriority,
    benefits.ownServicePerson ? 'yes' : 'no',
    benefits.exclusivePromotions ? 'yes' : 'no',
    benefits.termBonusDays,
  ];
});

/** The guide with its tables as they stand now. */
export const withTables = (text: string): string =>
  withGenerated(
    text,
    'tools/src/docs/membership-tables.ts',
    'packages/domain/src/membership',
    markdownTable(
      [
        'level',
        'spend in 12 months from',
        'price',
        'points',
        'free shipping from',
        'priority',
        'own service person',
        'own promotions',
        'days added to terms',
      ],
      levelRows,
    ),
  );

if (import.meta.main) writeFileSync(guide, withTables(readFileSync(guide, 'utf8')));
