import { err, ok, type Result } from '../../kernel/index.ts';
import { fitLogistic, type LogisticRefusal, linearPredictor, shuffled, sigmoid } from '../../statistics/index.ts';
import { auc } from '../validation/index.ts';
import type { Binning } from './bin.ts';
import { binColumn } from './bin-column.ts';
import { deriveColumns, withDerived } from './derive.ts';
import { type BinLimits, DEFAULT_BIN_LIMITS } from './merge-bins.ts';
import { DEFAULT_SCALING, type Scaling, scaleOf } from './scaling.ts';
import type { Dropped, Scorecard } from './scorecard.ts';
import { DEFAULT_SELECT_LIMITS, type SelectLimits, selectColumns, woeColumn } from './select-columns.ts';
import type { Table } from './table.ts';

export type FitOptions = {
  readonly scaling?: Scaling | undefined;
  readonly bins?: BinLimits | undefined;
  readonly select?: SelectLimits | undefined;
  /** Least absolute weight in standard errors; 0 keeps every column of the right sign. */
  readonly minZ?: number | undefined;
  /** Ridge penalties to choose from by cross-validation. */
  readonly lambdas?: readonly number[] | undefined;
  readonly folds?: number | undefined;
  /** Also try columns made of the given ones; see `deriveColumns`. Off by default. */
  readonly derive?: boolean | undefined;
  /** Decides which rows are left out together. */
  readonly seed?: number | undefined;
};

export type FitRefusal =
  | LogisticRefusal
  | { readonly kind: 'uneven-columns'; readonly column: string; readonly cells: number; readonly labels: number }
  /** Fewer bads or goods than a card of one column needs. */
  | { readonly kind: 'thin-data'; readonly goods: number; readonly bads: number; readonly needed: number }
  | { readonly kind: 'no-informative-column'; readonly dropped: readonly Dropped[] };

const NEEDED_PER_CLASS = 20;
/** Below one standard error a weight costs more in variance than it brings. */
const DEFAULT_MIN_Z = 1;

type Prepared = {
  readonly kept: readonly { readonly binning: Binning; readonly woe: Float64Array }[];
  readonly dropped: readonly Dropped[];
};

const prepare = (table: Table, labels: readonly number[], options: FitOptions): Prepared => {
  const limits = options.bins ?? DEFAULT_BIN_LIMITS;
  const binnings = Object.keys(table)
    .sort()
    .map((column) => binColumn(column, table[column]!, labels, limits));
  return selectColumns(binnings, table, options.select ?? DEFAULT_SELECT_LIMITS);
};

const rowsOf = (columns: readonly Float64Array[], count: number): number[][] =>
  Array.from({ length: count }, (_, row) => columns.map((column) => column[row]!));

type SignedFit = Prepared & { readonly coefficients: readonly number[] };

/**
 * Fits, drops the column whose weight contradicts its own bad rates most or else tells least from chance, and fits again until
 * every weight is of the right sign and significant. A former fit may be gone on from: what it dropped stays dropped.
 */
const fitSigned = (
  prepared: Prepared | SignedFit,
  labels: readonly number[],
  lambda: number,
  minZ: number,
): Result<SignedFit, LogisticRefusal> => {
  let { kept } = prepared;
  let start = 'coefficients' in prepared ? prepared.coefficients : undefined;
  const dropped = [...prepared.dropped];
  for (;;) {
    const columns = kept.map(({ woe }) => woe);
    const fit = fitLogistic(rowsOf(columns, labels.length), labels, lambda, start);
    if (!fit.ok) return fit;
    const { coefficients, standardErrors } = fit.value;
    const z = kept.map((_, i) => coefficients[i + 1]! / standardErrors[i + 1]!);
    const worst = z.reduce((at, value, i) => (value > z[at]! ? i : at), 0);
    if (kept.length === 0 || (z[worst]! < 0 && z[worst]! <= -minZ)) return ok({ kept, dropped, coefficients });
    const { column, iv } = kept[worst]!.binning;
    const weight = coefficients[worst + 1]!;
    dropped.push({ column, why: weight >= 0 ? 'wrong-sign' : 'insignificant', iv, weight });
    kept = kept.filter((_, i) => i !== worst);
    start = coefficients.filter((_, i) => i !== worst + 1);
  }
};

const pick = (table: Table, rows: readonly number[]): Table =>
  Object.fromEntries(Object.entries(table).map(([column, cells]) => [column, rows.map((row) => cells[row]!)]));

/** Folds with the same share of bads in each, fixed by the seed. */
const foldOfRow = (labels: readonly number[], folds: number, seed: number): number[] => {
  const fold = labels.map(() => 0);
  for (const kind of [0, 1]) {
    const rows = labels.map((_, row) => row).filter((row) => labels[row] === kind);
    for (const [i, row] of shuffled(rows, seed).entries()) fold[row] = i % folds;
  }
  return fold;
};

/** Bins, selection and fit are all redone without the fold that judges them, so nothing of it leaks in. */
const crossValidate = (table: Table, labels: readonly number[], lambdas: readonly number[], options: FitOptions) => {
  const folds = options.folds ?? 5;
  const foldOf = foldOfRow(labels, folds, options.seed ?? 1);
  const judged = lambdas.map((lambda) => ({ lambda, loss: 0, labels: [] as number[], scores: [] as number[] }));
  for (let fold = 0; fold < folds; fold += 1) {
    const inside = foldOf.flatMap((f, row) => (f === fold ? [] : [row]));
    const outside = foldOf.flatMap((f, row) => (f === fold ? [row] : []));
    const inLabels = inside.map((row) => labels[row]!);
    let state: Prepared | SignedFit = prepare(pick(table, inside), inLabels, options);
    const held = pick(table, outside);
    for (const at of judged) {
      const fit = fitSigned(state, inLabels, at.lambda, options.minZ ?? DEFAULT_MIN_Z);
      if (!fit.ok) return fit;
      state = fit.value;
      const { kept, coefficients } = fit.value;
      const rows = rowsOf(
        kept.map(({ binning }) => woeColumn(binning, held)),
        outside.length,
      );
      for (const [i, row] of rows.entries()) {
        const p = sigmoid(linearPredictor(coefficients, row));
        const label = labels[outside[i]!]!;
        at.loss -= Math.log(Math.max(1e-15, label === 1 ? p : 1 - p));
        at.labels.push(label);
        at.scores.push(p);
      }
    }
  }
  return ok(judged.map(({ lambda, loss, ...at }) => ({ lambda, logLoss: loss / labels.length, auc: auc(at) ?? 0.5 })));
};

/**
 * Fits a points card on a table whose rows are labelled 1 (bad) or 0 (good): monotone bins, weight of evidence, ridge logistic
 * regression with the penalty chosen by cross-validation, sign control, scaling to points. The same input gives the same card.
 */
export const fitScorecard = (
  raw: Table,
  labels: readonly number[],
  options: FitOptions = {},
): Result<Scorecard, FitRefusal> => {
  const bads = labels.reduce((total, label) => total + label, 0);
  const goods = labels.length - bads;
  for (const [column, cells] of Object.entries(raw))
    if (cells.length !== labels.length)
      return err({ kind: 'uneven-columns', column, cells: cells.length, labels: labels.length });
  if (Math.min(goods, bads) < NEEDED_PER_CLASS)
    return err({ kind: 'thin-data', goods, bads, needed: NEEDED_PER_CLASS });

  const derivations = options.derive ? deriveColumns(raw) : [];
  const table = withDerived(raw, derivations);
  const prepared = prepare(table, labels, options);
  if (prepared.kept.length === 0) return err({ kind: 'no-informative-column', dropped: prepared.dropped });
  const lambdas = [...(options.lambdas ?? [0.001, 0.01, 0.1, 1])].sort((a, b) => a - b);
  const tried = crossValidate(table, labels, lambdas, options);
  if (!tried.ok) return tried;
  const best = tried.value.reduce((a, b) => (b.logLoss < a.logLoss ? b : a));
  const fit = fitSigned(prepared, labels, best.lambda, options.minZ ?? DEFAULT_MIN_Z);
  if (!fit.ok) return fit;
  const { kept, coefficients } = fit.value;
  if (kept.length === 0) return err({ kind: 'no-informative-column', dropped: fit.value.dropped });

  const scaling = options.scaling ?? DEFAULT_SCALING;
  const { factor, offset } = scaleOf(scaling);
  const intercept = coefficients[0]!;
  const share = (offset - factor * intercept) / kept.length;
  const attributes = kept.map(({ binning }, i) => {
    const weight = coefficients[i + 1]!;
    const bins = binning.bins.map((bin) => ({ ...bin, points: Math.round(share - factor * weight * bin.woe) }));
    return { column: binning.column, iv: binning.iv, weight, bins };
  });
  return ok({
    format: 'scorecard/1',
    scaling,
    intercept,
    lambda: best.lambda,
    rows: labels.length,
    bads,
    attributes,
    derivations: derivations.filter(({ column }) => attributes.some((attribute) => attribute.column === column)),
    dropped: fit.value.dropped,
    suspicious: attributes.filter((attribute) => attribute.iv > 0.5).map((attribute) => attribute.column),
    crossValidation: tried.value,
  });
};
