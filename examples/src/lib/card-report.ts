import {
  auc,
  brier,
  calibration,
  type Dropped,
  describeBin,
  gini,
  type Judged,
  ks,
  psi,
  type Scorecard,
} from '@tradeline/domain/credit';

const fixed = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? 'none';
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const whyDropped = (dropped: Dropped): string => {
  switch (dropped.why) {
    case 'little-information':
      return 'too little information';
    case 'correlated':
      return `repeats ${dropped.with} (correlation ${fixed(dropped.correlation, 2)})`;
    case 'wrong-sign':
      return `its weight contradicts its own bad rates (${fixed(dropped.weight, 3)})`;
    case 'insignificant':
      return `adds nothing that chance would not (weight ${fixed(dropped.weight, 3)})`;
    case 'beyond-forty':
      return 'beyond the forty strongest';
  }
};

/** The card as a table: weight and information value of each feature, points and bad rate of each bin. */
export const cardLines = (card: Scorecard): string[] => [
  `Scorecard: ${card.attributes.length} features, fitted on ${card.rows} rows with ${card.bads} bads, penalty ${card.lambda}`,
  `${card.scaling.baseScore} points at odds ${card.scaling.baseOdds}:1, ${card.scaling.pdo} points double the odds`,
  ...card.attributes.flatMap((attribute) => [
    '',
    `${attribute.column}   IV ${fixed(attribute.iv, 3)}   weight ${fixed(attribute.weight, 3)}`,
    ...attribute.bins.map((bin) =>
      [
        describeBin(bin.scope).padStart(36),
        String(bin.good + bin.bad).padStart(8),
        percent(bin.bad / Math.max(1, bin.good + bin.bad)).padStart(7),
        `WOE ${fixed(bin.woe, 3)}`.padStart(12),
        `${bin.points} points`.padStart(12),
      ].join(' '),
    ),
  ]),
  '',
  ...card.dropped.map((dropped) => `left out: ${dropped.column}, IV ${fixed(dropped.iv, 3)}: ${whyDropped(dropped)}`),
  ...card.suspicious.map((column) => `look twice: ${column} is so strong that it may know the outcome`),
  ...card.crossValidation.map(
    ({ lambda, logLoss, auc: area }) =>
      `cross-validated, penalty ${lambda}: log loss ${fixed(logLoss, 5)}, area under the curve ${fixed(area, 4)}`,
  ),
];

/** Figures on rows the card was not fitted on. */
export const judgementLines = (judged: Judged): string[] => [
  `AUC ${fixed(auc(judged), 4)}`,
  `Gini ${fixed(gini(judged), 4)}`,
  `KS ${fixed(ks(judged)?.ks, 4)}`,
  `Brier ${fixed(brier(judged), 4)}`,
  '',
  'Calibration by tenths of predicted risk',
  '    rows  predicted   observed',
  ...calibration(judged).map(
    ({ count, predicted, observed }) =>
      `${String(count).padStart(8)} ${percent(predicted).padStart(10)} ${percent(observed).padStart(10)}`,
  ),
];

const STABILITY_GROUPS = 10;

/** Whether new rows score like the rows of the fit: shares in tenths of the fitted scores. */
export const stabilityLine = (fitted: readonly number[], now: readonly number[]): string => {
  const sorted = [...fitted].sort((a, b) => a - b);
  const edges = Array.from(
    { length: STABILITY_GROUPS - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / STABILITY_GROUPS)] ?? 0,
  );
  const counts = (scores: readonly number[]): number[] => {
    const groups = Array.from({ length: STABILITY_GROUPS }, () => 0);
    for (const score of scores) groups[edges.filter((edge) => score >= edge).length]! += 1;
    return groups;
  };
  const { psi: value, verdict } = psi(counts(fitted), counts(now));
  return `PSI ${fixed(value, 4)} (${verdict})`;
};
