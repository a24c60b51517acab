import { err, ok, type Result } from '../kernel/index.ts';
import type { Score } from './backtest.ts';
import { type Correction, cleanHistory } from './cleaning.ts';
import type { DemandClass } from './demand-class.ts';
import { checkHistory, type DemandHistory, type HistoryRefusal } from './demand-history.ts';
import type { SeasonalityTest, SeasonKind } from './seasonality.ts';
import { type Choice, selectSmooth } from './select.ts';
import { type RareChoice, selectRare } from './select-rare.ts';

export type ForecastOptions = {
  readonly horizon: number;
  /** Probability with which the interval holds the value. */
  readonly level?: number | undefined;
  /** What promotions to come multiply demand by, from the first period ahead; missing means none. */
  readonly promotion?: readonly number[] | undefined;
  /** Periods until ordered goods arrive: rare demand is judged by its sum over them. */
  readonly leadTime?: number | undefined;
};

/** A forecast with its doubt and its reasons. */
export type Forecast = {
  readonly forecast: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Standard error of each period. */
  readonly sigma: readonly number[];
  readonly level: number;
  /** `pool`: the mean of several methods weighted by their past errors; else the one method that was left. */
  readonly method: string;
  readonly choice: Choice | RareChoice;
  /** Past error of every candidate, best first, and at how many cuts of the past it was measured. */
  readonly scores: readonly Score[];
  readonly origins: number;
  readonly demand: DemandClass;
  readonly season: { readonly kind: SeasonKind; readonly test?: SeasonalityTest };
  readonly corrections: readonly Correction[];
};

export type ForecastRefusal =
  | HistoryRefusal
  | { readonly kind: 'horizon-invalid'; readonly horizon: number }
  | { readonly kind: 'level-invalid'; readonly level: number };

/** Periods beyond which no forecast is given. */
export const MOST_AHEAD = 400;

/**
 * Forecasts demand from its history: cleans it, asks what kind of demand it is, tries every method on the past, and returns
 * the chosen mixture with interval, errors and reasons. The same history gives the same forecast.
 */
export const forecast = (history: DemandHistory, options: ForecastOptions): Result<Forecast, ForecastRefusal> => {
  const { horizon, level = 0.95, promotion = [], leadTime = horizon } = options;
  const checked = checkHistory(history);
  if (!checked.ok) return checked;
  if (!Number.isSafeInteger(horizon) || horizon < 1 || horizon > MOST_AHEAD)
    return err({ kind: 'horizon-invalid', horizon });
  if (!(level > 0 && level < 1)) return err({ kind: 'level-invalid', level });

  const { y, demand, corrections } = cleanHistory(history);
  const rare = demand.class === 'intermittent' || demand.class === 'lumpy';
  const selected = rare ? selectRare(y, horizon, leadTime, level) : selectSmooth(y, history.season, horizon, level);
  const promoted = (values: Float64Array): number[] => Array.from(values, (value, j) => value * (promotion[j] ?? 1));
  return ok({
    forecast: promoted(selected.forecast),
    lower: promoted(selected.lower),
    upper: promoted(selected.upper),
    sigma: promoted(selected.sigma),
    level,
    method: selected.method,
    choice: selected.choice,
    scores: selected.scores,
    origins: selected.origins,
    demand,
    season: 'season' in selected ? selected.season : { kind: 'none' },
    corrections,
  });
};
