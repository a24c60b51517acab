import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '../../statistics/index.ts';
import { evenly } from './evenly.ts';
import {
  chanceAlive,
  expectedOrders,
  expectedOrdersOfNewcomer,
  expectedOrderValue,
  fitLifetime,
  fitValue,
  type LifetimeParameters,
  lifetimeValue,
  type RepeatHistory,
} from './index.ts';
import { logGamma } from './log-gamma.ts';
import { logLikelihood } from './purchase-process.ts';

/** The estimates of Fader, Hardie and Lee (2005) for the CDNOW customers, in weeks. */
const cdnow: LifetimeParameters = { kind: 'bg-nbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const positive = fc.double({ min: 0.05, max: 8, noNaN: true });
const parameters = fc.record({
  kind: fc.constantFrom('bg-nbd' as const, 'mbg-nbd' as const),
  r: positive,
  alpha: positive,
  a: positive,
  b: positive,
});
const histories = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.double({ min: 0.1, max: 60, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([x, T, part]): RepeatHistory => ({ x, T, tx: x === 0 ? 0 : T * part }));

test('the logarithm of the gamma function agrees with factorials and halves', () => {
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 11);
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
  expect(logGamma(0.001)).toBeCloseTo(6.907178885383853, 10);
});

test('the published figures of the CDNOW customers', () => {
  expect(expectedOrders(cdnow, { x: 2, tx: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  expect(chanceAlive(cdnow, { x: 10, tx: 37, T: 38.86 })).toBeCloseTo(0.901838, 6);
  expect(expectedOrders(cdnow, { x: 10, tx: 37, T: 38.86 }, 39)).toBeCloseTo(6.56315, 4);
  expect(expectedOrdersOfNewcomer(cdnow, 32)).toBeCloseTo(1.0437, 2);
});

test('who bought once is alive for certain in the one model and in doubt in the other', () => {
  const once = { x: 0, tx: 0, T: 30 };
  expect(chanceAlive(cdnow, once)).toBe(1);
  expect(chanceAlive({ ...cdnow, kind: 'mbg-nbd' }, once)).toBeLessThan(1);
});

test('silence lowers the chance to be alive, and expected orders grow with the time ahead', () => {
  fc.assert(
    fc.property(parameters, histories, positive, (model, history, more) => {
      const silent = { ...history, T: history.T + more };
      expect(chanceAlive(model, silent)).toBeLessThanOrEqual(chanceAlive(model, history) + 1e-12);
      const [near, far] = [expectedOrders(model, history, more), expectedOrders(model, history, 2 * more)];
      expect(near).toBeGreaterThanOrEqual(0);
      expect(far).toBeGreaterThanOrEqual(near - 1e-9);
      // Nobody is expected to order more than someone of the same rate who never leaves.
      expect(far).toBeLessThanOrEqual(((model.r + history.x) / (model.alpha + history.T)) * 2 * more + 1e-9);
    }),
  );
});

test('the expectation has no gap where the closed form divides by zero', () => {
  fc.assert(
    fc.property(parameters, histories, positive, (model, history, t) => {
      const at = (a: number) => expectedOrders({ ...model, a }, history, t);
      expect(Math.abs(at(1) - (at(1 - 1e-7) + at(1 + 1e-7)) / 2)).toBeLessThan(1e-5 * (1 + at(1)));
    }),
  );
});

test('the unit of time does not matter', () => {
  fc.assert(
    fc.property(parameters, histories, positive, positive, (model, { x, tx, T }, t, unit) => {
      const scaled = { ...model, alpha: model.alpha * unit };
      const other = { x, tx: tx * unit, T: T * unit };
      expect(expectedOrders(scaled, other, t * unit)).toBeCloseTo(expectedOrders(model, { x, tx, T }, t), 6);
      expect(logLikelihood(scaled, other)).toBeCloseTo(logLikelihood(model, { x, tx, T }) - x * Math.log(unit), 6);
    }),
  );
});

/** Gamma of whole shape by its exponentials; exact enough to draw customers from. */
const simulate = (count: number, seed: number): RepeatHistory[] => {
  const random = randomFrom(seed);
  const exponential = () => -Math.log(1 - random());
  const gamma2 = (rate: number) => (exponential() + exponential()) / rate;
  return Array.from({ length: count }, () => {
    const rate = gamma2(10);
    const leaving = 1 - Math.sqrt(Math.sqrt(random())); // Beta(1, 4)
    const T = 20 + random() * 40;
    let [x, tx] = [0, 0];
    for (let at = exponential() / rate; at <= T; at += exponential() / rate) {
      [x, tx] = [x + 1, at];
      if (random() < leaving) break;
    }
    return { x, tx, T };
  });
};

test('the fit finds again what customers were drawn from, in whatever order they come', () => {
  const drawn = simulate(1000, 7);
  const fitted = fitLifetime(drawn, { kind: 'bg-nbd' });
  expect(fitted.ok).toBe(true);
  if (!fitted.ok) return;
  expect(fitted.value.r / fitted.value.alpha).toBeCloseTo(0.2, 1);
  expect(fitted.value.a / (fitted.value.a + fitted.value.b)).toBeCloseTo(0.2, 1);
  const truth = drawn.reduce(
    (sum, one) => sum + logLikelihood({ kind: 'bg-nbd', r: 2, alpha: 10, a: 1, b: 4 }, one),
    0,
  );
  expect(fitted.value.logLikelihood).toBeGreaterThan(truth - 0.5);
  expect(fitLifetime(drawn.toReversed(), { kind: 'bg-nbd' })).toEqual(fitted);
  const best = fitLifetime(drawn);
  expect(best.ok && best.value.logLikelihood).toBeGreaterThanOrEqual(fitted.value.logLikelihood);
});

test('of very many customers an even part is taken, which says the same', () => {
  expect(evenly([1, 2, 3, 4, 5, 6], 3)).toEqual([2, 4, 6]);
  expect(evenly([1, 2], 3)).toEqual([1, 2]);
  const some = simulate(500, 11);
  const one = fitLifetime(some, { kind: 'mbg-nbd' });
  const many = fitLifetime(Array.from({ length: 40 }, () => some).flat(), { kind: 'mbg-nbd' });
  if (!one.ok || !many.ok) throw new Error('both fit');
  expect(many.value).toMatchObject({ customers: 20_000, fittedOn: 10_000 });
  expect(many.value.logLikelihood / 20).toBeCloseTo(one.value.logLikelihood, 3);
});

test('too few customers are refused with what is needed', () => {
  expect(fitLifetime([{ x: 1, tx: 1, T: 2 }])).toMatchObject({
    ok: false,
    error: { kind: 'too-few-customers', customers: 1, repeaters: 1, needed: { customers: 20 } },
  });
  expect(fitValue([])).toMatchObject({ ok: false, error: { kind: 'too-few-customers' } });
});

test('the value of an order lies between the own mean and that of all, nearer to the own with more orders', () => {
  const model = { p: 6.25, q: 3.74, v: 15.44 };
  const everybody = expectedOrderValue(model, { orders: 0, mean: 0 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 1, max: 500, noNaN: true }), (orders, mean) => {
      const value = expectedOrderValue(model, { orders, mean });
      expect(value).toBeGreaterThanOrEqual(Math.min(everybody, mean) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(everybody, mean) + 1e-9);
      const surer = expectedOrderValue(model, { orders: orders + 5, mean });
      expect(Math.abs(surer - mean)).toBeLessThanOrEqual(Math.abs(value - mean) + 1e-9);
    }),
  );
});

test('a fitted value model scales with the unit of money', () => {
  const random = randomFrom(3);
  const values = Array.from({ length: 400 }, () => ({
    orders: 1 + Math.floor(random() * 9),
    mean: 20 + 80 * random(),
  }));
  const [yuan, fen] = [fitValue(values), fitValue(values.map(({ orders, mean }) => ({ orders, mean: mean * 100 })))];
  if (!yuan.ok || !fen.ok) throw new Error('both fit');
  expect(expectedOrderValue(fen.value, { orders: 3, mean: 5000 }) / 100).toBeCloseTo(
    expectedOrderValue(yuan.value, { orders: 3, mean: 50 }),
    3,
  );
});

test('lifetime value without discount is orders times value; a discount lowers it', () => {
  const history = { x: 4, tx: 20, T: 22 };
  const plain = lifetimeValue(cdnow, history, 100, { periods: 52 });
  expect(plain).toBeCloseTo(expectedOrders(cdnow, history, 52) * 100, 8);
  expect(lifetimeValue(cdnow, history, 100, { periods: 52, discount: 0.002 })).toBeLessThan(plain);
});
