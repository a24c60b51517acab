import { readFileSync, writeFileSync } from 'node:fs';
import {
  DEFAULT_CREDIT_POLICY,
  DEFAULT_DUNNING_PLAN,
  DEFAULT_GRADE_BOUNDS,
  DEFAULT_PROVISION_BP,
  describeBin,
  EXPERT_CARD,
  GRADE_TERMS,
  scoreOfPd,
} from '@tradeline/domain/credit';
import { markdownTable as table, withGenerated } from './generated.ts';

export const guide = new URL('../../../docs/guides/credit.md', import.meta.url);

const gradeRows = DEFAULT_GRADE_BOUNDS.map(({ grade, maxPd }, at) => {
  const terms = GRADE_TERMS[grade];
  const last = at === DEFAULT_GRADE_BOUNDS.length - 1;
  return [
    grade,
    last ? 'above' : `${maxPd * 100}%`,
    last ? 'below' : Math.round(scoreOfPd(maxPd)),
    terms.monthsTenths / 10,
    terms.termDays,
    `${terms.prepayPercent}%`,
    `${terms.autoConfirmPercent}% of the limit`,
    terms.orderCap.replaceAll('-', ' '),
    terms.hold ? 'yes' : 'no',
  ];
});
const cardRows = EXPERT_CARD.attributes.map(({ column, bins }) => [
  column,
  bins.map(({ scope, points }) => `${describeBin(scope)}: ${points}`).join(' · '),
]);
const { allowedOverdueDays, maxOverdueDays, reviewEveryMonths, costs } = DEFAULT_CREDIT_POLICY;

/** The tables of the guide as the code has them. */
export const creditTables = (): string =>
  [
    '### Grades and terms',
    table(
      [
        'grade',
        'PD up to',
        'score from',
        'months of purchases',
        'days',
        'prepaid',
        'confirmed unseen up to',
        'one order at most',
        'hold',
      ],
      gradeRows,
    ),
    `### The written card (base ${EXPERT_CARD.base}; no data gives no points)`,
    table(['feature', 'points'], cardRows),
    '### Dunning',
    table(
      ['days past due', 'step'],
      DEFAULT_DUNNING_PLAN.map(({ step, day }) => [day, step.replaceAll('-', ' ')]),
    ),
    '### Allowance for loss',
    table(['current', '1-30', '31-60', '61-90', 'over 90'], [DEFAULT_PROVISION_BP.map((rate) => `${rate / 100}%`)]),
    '### Policy of the check',
    table(
      ['setting', 'value'],
      [
        ['an invoice is overdue past', `${allowedOverdueDays} days`],
        ['one invoice blocks past', `${maxOverdueDays} days`],
        ['a limit is reviewed every', `${reviewEveryMonths} months`],
        ['money brought forward costs', `${costs.capitalBpPerYear / 100}% a year`],
        ['goods not ordered cost', `${costs.lostSaleBp / 100}% of their amount`],
        ['a review costs', `${costs.review / 100} and ${costs.waivedRiskBp / 100}% of what it lets pass`],
      ],
    ),
  ].join('\n\n');

/** The guide with its tables as they stand now. */
export const withTables = (text: string): string =>
  withGenerated(text, 'tools/src/docs/credit-tables.ts', 'packages/domain/src/credit', creditTables());

if (import.meta.main) writeFileSync(guide, withTables(readFileSync(guide, 'utf8')));
