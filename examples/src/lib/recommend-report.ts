import type { RecommendEvaluation, Recommended, RecommendReason } from '@tradeline/domain/analytics';

const why = (reason: RecommendReason): string => {
  switch (reason.kind) {
    case 'due-for-reorder':
      return `due: ordered ${reason.times} times, usually every ${reason.usualDays} days, last ${reason.elapsedDays} days ago`;
    case 'ordered-before':
      return `ordered ${reason.times} times, last ${reason.elapsedDays} days ago`;
    case 'bought-together':
      return `in ${reason.orders} of ${reason.of} orders with ${reason.because}${reason.lift === undefined ? '' : `, lift ${reason.lift.toFixed(2)}`}`;
    case 'also-ordered':
      return `because you order ${reason.because}: ${reason.customers} of its ${reason.of} customers order this`;
    case 'new-in-range':
      return `new since ${reason.firstDay}, ${reason.customers} customers`;
    case 'best-seller':
      return `ordered by ${reason.customers} of ${reason.of} customers${reason.segment === undefined ? '' : ` in ${reason.segment}`}`;
  }
};

export const recommendedLine = ({ skuId, score, reason }: Recommended): string =>
  `  ${skuId}  ${score.toFixed(4)}  ${why(reason)}`;

/** The evaluation as a table: ours beside the two baselines. */
export const evaluationLines = ({ k, customers, weights, ...of }: RecommendEvaluation): string[] => {
  const row = (name: string, { recall, hitRate }: RecommendEvaluation['ours']): string =>
    `  ${name.padEnd(28)}${recall.toFixed(4)}  ${hitRate.toFixed(4)}`;
  return [
    `Last order of ${customers} customers, left out (weights ${JSON.stringify(weights)})`,
    `  ${''.padEnd(28)}recall@${k}  hit rate`,
    row('ours', of.ours),
    row('same as last time', of.sameAsLast),
    row('popularity', of.popularity),
    `Goods never had before, ${of.neverHad.customers} customers`,
    row('ours', of.neverHad.ours),
    row('popularity', of.neverHad.popularity),
  ];
};
