import {
  croston,
  demandClass,
  fitDamped,
  fitHoltWinters,
  fitSes,
  fitTheta,
  holt,
  holtWinters,
  mase,
  owa,
  seasonalityTest,
  seasonalNaive,
  ses,
  smape,
  tsb,
} from '@tradeline/domain/forecast';
import { customers } from './customers.ts';
import type { AreaFunctions } from './numeric.ts';

type Series = { readonly y: readonly number[]; readonly h?: number; readonly m?: number };
type Smoothing = Series & {
  readonly alpha: number;
  readonly initialLevel: number;
  readonly betaStar: number;
  readonly initialTrend: number;
  readonly gamma: number;
  readonly phi?: number;
  readonly initialSeason: readonly number[];
  readonly seasonal?: string;
  readonly trend?: string;
  readonly damped?: boolean;
};

const show = (fit: { readonly parameters: object; readonly forecast: Float64Array; readonly sse: number }) => ({
  ...fit.parameters,
  sse: fit.sse,
  forecast: [...fit.forecast],
});
const rate = (fit: Parameters<typeof show>[0]) => ({ ...show(fit), forecast: fit.forecast[0] });
const seasonalOf = (text = 'mul') => (text.startsWith('add') ? 'additive' : 'multiplicative');

/** How each `fn` of the forecast file is asked of the domain; those about customers stand in their own file. */
export const forecast: AreaFunctions = {
  ...customers,
  ses: (input: Smoothing) => show(ses(input.y, input, input.h ?? 1)),
  sesFit: ({ y, h = 1 }: Series) => show(fitSes(y, h)),
  holt: (input: Smoothing) => show(holt(input.y, { ...input, phi: input.phi ?? 1 }, input.h ?? 1)),
  holtDampedFit: ({ y, h = 1 }: Series) => show(fitDamped(y, h)),
  hw: (input: Smoothing) =>
    show(holtWinters(input.y, seasonalOf(input.seasonal), { ...input, phi: input.phi ?? 1 }, input.h ?? 1)),
  hwFit: ({ y, h = 1, m = 1, seasonal, damped = false }: Smoothing) =>
    show(fitHoltWinters(y, { m, seasonal: seasonalOf(seasonal), damped, optimiseStart: true }, h)),
  theta: ({ y, h = 1, theta }: Series & { readonly theta?: number }) => show(fitTheta(y, h, theta)),
  croston: ({ y, alpha }: Smoothing) => rate(croston(y, { alpha }, 1)),
  sba: ({ y, alpha }: Smoothing) => rate(croston(y, { alpha, kind: 'sba' }, 1)),
  sbj: ({ y, alpha }: Smoothing) => rate(croston(y, { alpha, kind: 'sbj' }, 1)),
  tsb: (input: Parameters<typeof tsb>[1] & Series) => rate(tsb(input.y, input, 1)),
  demandClass: (input: Series & { readonly adiEdge?: number; readonly cv2Edge?: number }) =>
    demandClass(input.y, { adi: input.adiEdge, cv2: input.cv2Edge }),
  snaive: ({ y, m = 1, h = 1 }: Series) => show(seasonalNaive(y, m, h)),
  seasonality: ({ y, m = 1, z }: Series & { readonly z?: number }) => seasonalityTest(y, m, z),
  accuracy: (input: {
    readonly train: readonly number[];
    readonly test: readonly number[];
    readonly forecast: readonly number[];
    readonly m: number;
  }) => ({
    smape: smape(input.test, input.forecast),
    mase: mase(input.train, input.test, input.forecast, input.m),
  }),
  owa: (input: {
    readonly smape: number;
    readonly mase: number;
    readonly naive2Smape: number;
    readonly naive2Mase: number;
  }) => ({ owa: owa(input, { smape: input.naive2Smape, mase: input.naive2Mase }) }),
};
