import fc from 'fast-check';
import { expect, test } from 'vitest';
import { associationRules, itemSimilarity, neighbourhood } from './index.ts';

const shop = [
  ['Eggs', 'Kidney Beans', 'Milk', 'Nutmeg', 'Onion', 'Yogurt'],
  ['Dill', 'Eggs', 'Kidney Beans', 'Nutmeg', 'Onion', 'Yogurt'],
  ['Apple', 'Eggs', 'Kidney Beans', 'Milk'],
  ['Corn', 'Kidney Beans', 'Milk', 'Unicorn', 'Yogurt'],
  ['Corn', 'Eggs', 'Ice cream', 'Kidney Beans', 'Onion'],
];
const items = ['a', 'b', 'c', 'd', 'e'];
const baskets = fc.array(fc.subarray(items, { minLength: 1 }), { minLength: 1, maxLength: 25 });
const has = (basket: readonly string[], all: readonly string[]): boolean => all.every((item) => basket.includes(item));

test('onions go with eggs: five baskets of a known example', () => {
  const rules = associationRules(shop, { minSupport: 0.6, minConfidence: 0.8 });
  if (!rules.ok) throw new Error('few baskets');
  expect(rules.value).toHaveLength(6);
  expect(
    rules.value.find(({ antecedent, consequent }) => antecedent[0] === 'Onion' && consequent[0] === 'Eggs'),
  ).toEqual({
    antecedent: ['Onion'],
    consequent: ['Eggs'],
    count: 3,
    support: 0.6,
    confidence: 1,
    lift: 1.25,
  });
  expect(itemSimilarity(shop, ['Eggs', 'Onion'])).toMatchObject({ count: 3, lift: 1.25, jaccard: 0.75 });
});

test('every rule counts what the baskets hold, and no rule of enough support and confidence is missing', () => {
  fc.assert(
    fc.property(
      baskets,
      fc.constantFrom(0.1, 0.3, 0.5),
      fc.constantFrom(0, 0.5, 0.9),
      (list, minSupport, minConfidence) => {
        const rules = associationRules(list, { minSupport, minConfidence, maxLength: 3 });
        if (!rules.ok) throw new Error('few baskets');
        const share = (all: readonly string[]) => list.filter((basket) => has(basket, all)).length / list.length;
        for (const { antecedent, consequent, support, confidence, lift } of rules.value) {
          const both = share([...antecedent, ...consequent]);
          expect(support).toBeCloseTo(both, 12);
          expect(confidence).toBeCloseTo(both / share(antecedent), 12);
          expect(lift).toBeCloseTo(both / share(antecedent) / share(consequent), 12);
        }
        const wanted = items.flatMap((a) =>
          items
            .filter((b) => a !== b && share([a, b]) >= minSupport - 1e-9 && share([a, b]) > 0)
            .filter((b) => share([a, b]) / share([a]) >= minConfidence - 1e-9),
        );
        expect(
          rules.value.filter(({ antecedent, consequent }) => antecedent.length + consequent.length === 2),
        ).toHaveLength(wanted.length);
      },
    ),
  );
});

test('a search that would not end is refused with its limit', () => {
  const wide = [Array.from({ length: 40 }, (_, at) => `s${at}`)];
  expect(associationRules(wide, { minSupport: 1, minConfidence: 0, maxLength: 5, maxItemSets: 1000 })).toEqual({
    ok: false,
    error: { kind: 'too-many-item-sets', limit: 1000 },
  });
});

test('neighbours of equal weight are the plain cosine, shrunk by the evidence', () => {
  fc.assert(
    fc.property(baskets, (list) => {
      const sets = list.map((basket) => ({
        items: Int32Array.from(basket, (item) => items.indexOf(item)),
        weights: new Float64Array(basket.length).fill(1),
      }));
      const { of, counts } = neighbourhood(sets, items.length);
      for (const [item, near] of of.entries()) {
        expect(counts[item]).toBe(list.filter((basket) => basket.includes(items[item]!)).length);
        for (const { item: other, count, similarity, lift } of near) {
          const plain = itemSimilarity(list, [items[item]!, items[other]!]);
          expect(count).toBe(plain.count);
          expect(similarity).toBeCloseTo((plain.cosine * count) / (count + 10), 12);
          if (count >= 5) expect(lift).toBeCloseTo(plain.lift!, 12);
          else expect(lift).toBeUndefined();
        }
      }
    }),
  );
});
