import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { id, type PromotionId } from '../kernel/index.ts';
import { unitPriceE4 } from '../money/index.ts';
import { aPromotion, quoteInputs } from '../testing/index.ts';
import { quote } from './quote.ts';
import type { QuoteInput } from './quote-input.ts';
import type { PricedOrder } from './quote-result.ts';

vi.setConfig({ testTimeout: 120_000 });

const RUNS = { numRuns: 10_000 };

/** Comparing texts is many times faster than comparing trees, and as strict. */
const same = (one: unknown, other: unknown) => expect(JSON.stringify(one)).toBe(JSON.stringify(other));

const priced = (input: QuoteInput): PricedOrder => {
  const result = quote(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

const deepFreeze = <T>(value: T): T => {
  if (value !== null && typeof value === 'object') for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
};

test('every amount is the sum of its parts, and no line is negative or below its floor', () => {
  fc.assert(
    fc.property(quoteInputs, (input) => {
      const order = priced(input);
      for (const [index, line] of order.lines.entries()) {
        const own = order.trace.filter(({ target }) => target.kind === 'line' && target.lineId === line.id);
        const points = total(own.filter(({ stage }) => stage === 'points').map(({ rounded }) => rounded));
        const floor = Math.min(line.gross, Math.ceil(((input.lines[index]!.floorE4 ?? 0) * line.quantity) / 100));
        expect(line.net >= 0 && line.net + points >= floor).toBe(true);
        expect([line.net + line.discount, total(own.map(({ rounded }) => rounded))]).toEqual([
          line.gross,
          line.discount,
        ]);
        expect(line.tax.net + line.tax.tax).toBe(line.tax.total);
        expect(input.tax?.pricesIncludeTax ? line.tax.total : line.tax.net).toBe(line.net);
      }
      const { totals } = order;
      expect(total(order.lines.map(({ net }) => net))).toBe(totals.goods);
      expect(total(order.applied.map(({ amount }) => amount))).toBe(
        totals.discount - totals.pointsAmount + totals.shippingDiscount,
      );
      expect(totals.net + totals.tax).toBe(totals.payable);
      expect(total(order.taxByRate.map((rate) => rate.total))).toBe(totals.payable);
      expect(totals.shipping).toBeGreaterThanOrEqual(0);
    }),
    RUNS,
  );
});

test('each trace entry begins where the former one of its line ended', () => {
  fc.assert(
    fc.property(quoteInputs, (input) => {
      const order = priced(input);
      const running = new Map<string, number>(order.lines.map((line) => [line.id, line.gross]));
      running.set('shipping', order.shipping.gross);
      for (const { target, before, after, rounded } of order.trace) {
        const key = target.kind === 'line' ? target.lineId : 'shipping';
        expect(before === running.get(key) && after === before - rounded && rounded >= 0).toBe(true);
        running.set(key, after);
      }
    }),
    RUNS,
  );
});

test('the order of lines, prices and promotions in the input changes no amount', () => {
  fc.assert(
    fc.property(quoteInputs, (input) => {
      const turned: QuoteInput = {
        ...input,
        lines: input.lines.toReversed(),
        prices: input.prices.toReversed(),
        promotions: input.promotions?.toReversed(),
      };
      const [one, other] = [priced(input), priced(turned)];
      same({ ...other, lines: other.lines.toReversed() }, one);
    }),
    RUNS,
  );
});

test('equal input gives equal bytes, and the input is left as it was', () => {
  fc.assert(
    fc.property(quoteInputs, (input) => {
      const before = JSON.stringify(input);
      const bytes = JSON.stringify(quote(deepFreeze(input)));
      expect(JSON.stringify(quote(JSON.parse(before)))).toBe(bytes);
    }),
    RUNS,
  );
});

test('pricing the priced lines again gives the same amounts: discounts of an earlier run do not pile up', () => {
  fc.assert(
    fc.property(quoteInputs, (input) => {
      const first = priced(input);
      const again = priced({
        ...input,
        prices: [],
        lines: input.lines.map((line, index) => ({
          ...line,
          agreedPrice: { unitPriceE4: first.lines[index]!.unitPriceE4, reason: 'as before' },
        })),
      });
      same([again.totals, again.trace], [first.totals, first.trace]);
    }),
    RUNS,
  );
});

test('a promotion that cannot apply changes nothing but its own rejection', () => {
  const never = aPromotion(
    'zz-never',
    { type: 'percent-off-order', percent: '100' },
    { enabled: false, priority: 9, exclusive: true, exclusionGroup: 'main' },
  );
  fc.assert(
    fc.property(quoteInputs, (input) => {
      const [without, withIt] = [priced(input), priced({ ...input, promotions: [...(input.promotions ?? []), never] })];
      expect(withIt.rejected.at(-1)).toMatchObject({ promotionId: 'zz-never', reason: 'disabled' });
      same({ ...withIt, rejected: withIt.rejected.slice(0, -1) }, without);
    }),
    RUNS,
  );
});

test('more units never bring fewer gifts or fewer units given', () => {
  const offers = fc.record({
    buy: fc.integer({ min: 1, max: 4 }),
    get: fc.integer({ min: 1, max: 3 }),
    per: fc.integer({ min: 1, max: 5 }),
    both: fc.boolean(),
    partial: fc.boolean(),
  });
  const goods = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 15 }), price: fc.integer({ min: 1, max: 90 }) }),
    { minLength: 1, maxLength: 3 },
  );
  const given = (
    quantities: readonly { quantity: number; price: number }[],
    offer: { buy: number; get: number; per: number; both: boolean; partial: boolean },
  ) => {
    const lines = quantities.map(({ quantity, price }, index) => ({
      id: `l${index}`,
      skuId: id<never>(`s${index}`),
      quantity,
      agreedPrice: { unitPriceE4: unitPriceE4(price * 10_000), reason: 'test' },
    }));
    const buyGet = aPromotion('buy-get', {
      type: 'buy-get',
      buy: { quantity: offer.buy, scope: offer.both ? undefined : { lineIds: ['l0'] } },
      get: { quantity: offer.get, percent: '100' },
      allOrNothing: !offer.partial,
    });
    const gift = aPromotion('gift', {
      type: 'gift',
      options: [{ skuId: id<never>('g'), quantity: 1 }],
      perQuantity: offer.per,
    });
    const order = priced({
      now: '2026-03-06T04:00:00.000Z' as QuoteInput['now'],
      lines,
      prices: [],
      promotions: [buyGet, gift],
    });
    const units = order.trace.filter(
      (entry) => entry.source.kind === 'promotion' && entry.source.promotionId === id<PromotionId>('buy-get'),
    );
    const quantityOf = (entry: (typeof units)[number]) =>
      entry.units ?? lines.find((line) => entry.target.kind === 'line' && line.id === entry.target.lineId)!.quantity;
    return { gifts: total(order.gifts.map(({ quantity }) => quantity)), units: total(units.map(quantityOf)) };
  };
  fc.assert(
    fc.property(goods, offers, fc.nat({ max: 2 }), (quantities, offer, which) => {
      const more = quantities.map((line, index) =>
        index === which % quantities.length ? { ...line, quantity: line.quantity + 1 } : line,
      );
      const [less, after] = [given(quantities, offer), given(more, offer)];
      expect(after.gifts).toBeGreaterThanOrEqual(less.gifts);
      expect(after.units).toBeGreaterThanOrEqual(less.units);
    }),
    RUNS,
  );
});
