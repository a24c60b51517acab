import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, type SkuId } from '../kernel/index.ts';
import { unitPriceE4 } from '../money/index.ts';
import { type ListPrice, netChanges, type PriceChange, pricesBefore, undoChanges } from './price-change.ts';

const sku = (name: string) => id<SkuId>(name);
const e4 = (n: number | null) => (n === null ? null : unitPriceE4(n));
const change = (name: string, before: number | null, after: number | null, minQuantity = 1): PriceChange => ({
  skuId: sku(name),
  minQuantity,
  beforeE4: e4(before),
  afterE4: e4(after),
});
const price = (name: string, amount: number, minQuantity = 1): ListPrice => ({
  skuId: sku(name),
  minQuantity,
  unitPriceE4: unitPriceE4(amount),
});

/** Prices after versions of one list, from nothing. Versions say the truth about what was before. */
const histories = fc
  .array(
    fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom(1, 10),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      ),
      { maxLength: 4 },
    ),
    { maxLength: 5 },
  )
  .map((wishes) => {
    const prices = new Map<string, number>();
    const versions: PriceChange[][] = [];
    const states: ListPrice[][] = [[]];
    const now = () =>
      [...prices].map(([place, amount]) => price(place.split(' ')[0]!, amount, Number(place.split(' ')[1])));
    for (const wish of wishes) {
      const unique = new Map(wish.map(([name, from, amount]) => [`${name} ${from}`, { name, from, amount }]));
      versions.push(
        [...unique].flatMap(([place, { name, from, amount }]) => {
          const before = prices.get(place) ?? null;
          if (before === amount) return [];
          if (amount === null) prices.delete(place);
          else prices.set(place, amount);
          return [change(name, before, amount, from)];
        }),
      );
      states.push(now());
    }
    return { versions, states };
  });

const sorted = (prices: readonly ListPrice[]) =>
  prices.map((p) => `${p.skuId} ${p.minQuantity} ${p.unitPriceE4}`).sort();

test('the prices before any version follow from those of now', () => {
  fc.assert(
    fc.property(histories, fc.nat(), ({ versions, states }, pick) => {
      const at = pick % states.length;
      expect(sorted(pricesBefore(states.at(-1)!, versions.slice(at)))).toEqual(sorted(states[at]!));
    }),
  );
});

test('several versions together do what one with their net changes would', () => {
  fc.assert(
    fc.property(histories, ({ versions, states }) => {
      const net = netChanges(versions);
      expect(sorted(pricesBefore(states.at(-1)!, [net]))).toEqual(sorted([]));
      expect(net.every(({ beforeE4, afterE4 }) => beforeE4 !== afterE4)).toBe(true);
    }),
  );
});

test('taking back the newest version brings back the prices before it, to the last one', () => {
  fc.assert(
    fc.property(histories, ({ versions, states }) => {
      fc.pre(versions.length > 0);
      const { changes, conflicts } = undoChanges(versions.at(-1)!, [], states.at(-1)!);
      expect(conflicts).toEqual([]);
      const after = new Map(states.at(-1)!.map((p) => [`${p.skuId} ${p.minQuantity}`, p]));
      for (const undo of changes)
        if (undo.afterE4 === null) after.delete(`${undo.skuId} ${undo.minQuantity}`);
        else
          after.set(`${undo.skuId} ${undo.minQuantity}`, {
            skuId: undo.skuId,
            minQuantity: undo.minQuantity,
            unitPriceE4: undo.afterE4,
          });
      expect(sorted([...after.values()])).toEqual(sorted(states.at(-2)!));
    }),
  );
});

test('taking back an older version leaves alone what a later one decided, and names it', () => {
  const first = [change('a', 10, 20), change('b', 10, 20), change('c', null, 5)];
  const later = [{ number: 3, changes: [change('a', 20, 30)] }];
  const { changes, conflicts } = undoChanges(first, later, [price('a', 30), price('b', 20), price('c', 6)]);
  expect(changes).toEqual([change('b', 20, 10)]);
  expect(conflicts).toEqual([
    { change: first[0], by: 3, currentE4: 30 },
    { change: first[2], by: 'outside', currentE4: 6 },
  ]);
});

test('a price that a later version changed and changed back is that version’s decision', () => {
  const later = [
    { number: 3, changes: [change('a', 20, 30)] },
    { number: 2, changes: [change('a', 30, 20)] },
  ];
  expect(undoChanges([change('a', 10, 20)], later, [price('a', 20)]).conflicts[0]?.by).toBe(3);
});
