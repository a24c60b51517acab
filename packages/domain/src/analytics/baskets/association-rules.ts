import { err, ok, type Result } from '../../kernel/index.ts';

/** "Who takes the first also takes the second", with how often that held. */
export type AssociationRule = {
  readonly antecedent: readonly string[];
  readonly consequent: readonly string[];
  /** Baskets with all items of both sides, and their share of all baskets. */
  readonly count: number;
  readonly support: number;
  /** Of the baskets with the first side, the share that has the second too. */
  readonly confidence: number;
  /** Confidence over the share of baskets with the second side: 1 = they have nothing to do with each other. */
  readonly lift: number;
};
export type RuleOptions = {
  readonly minSupport: number;
  readonly minConfidence: number;
  /** Items on both sides together; 2 unless said. */
  readonly maxLength?: number | undefined;
  /** Item sets kept at most; 200,000 unless said. */
  readonly maxItemSets?: number | undefined;
};
export type RuleRefusal = { readonly kind: 'too-many-item-sets'; readonly limit: number };

type Found = { readonly items: readonly number[]; readonly baskets: Int32Array };

const SLACK = 1e-9;
const keyOf = (items: readonly number[]): string => items.join(' ');
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const common = (a: Int32Array, b: Int32Array): Int32Array => {
  const both = new Int32Array(Math.min(a.length, b.length));
  let [i, j, n] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]! < b[j]!) i += 1;
    else if (a[i]! > b[j]!) j += 1;
    else {
      both[n] = a[i]!;
      [i, j, n] = [i + 1, j + 1, n + 1];
    }
  }
  return both.slice(0, n);
};

/** The baskets in which each item stands, for items in enough of them; items in the order of their ids. */
const singles = (baskets: readonly (readonly string[])[], least: number): { names: string[]; sets: Found[] } => {
  const places = new Map<string, number[]>();
  for (const [at, basket] of baskets.entries())
    for (const item of new Set(basket)) {
      const known = places.get(item);
      if (known) known.push(at);
      else places.set(item, [at]);
    }
  const kept = [...places].filter(([, at]) => at.length >= least).sort(([a], [b]) => byText(a, b));
  return {
    names: kept.map(([item]) => item),
    sets: kept.map(([, at], index) => ({ items: [index], baskets: Int32Array.from(at) })),
  };
};

/** All item sets that stand in enough baskets, by size: a set is looked at only when its parts are frequent (Apriori). */
const frequentSets = (
  start: readonly Found[],
  least: number,
  maxLength: number,
  limit: number,
): Found[] | undefined => {
  const all = [...start];
  let level = start;
  for (let size = 2; size <= maxLength && level.length > 1; size += 1) {
    const next: Found[] = [];
    for (const [at, one] of level.entries()) {
      const head = keyOf(one.items.slice(0, -1));
      for (let other = at + 1; other < level.length; other += 1) {
        const second = level[other]!;
        if (keyOf(second.items.slice(0, -1)) !== head) break;
        const baskets = common(one.baskets, second.baskets);
        if (baskets.length >= least) next.push({ items: [...one.items, second.items.at(-1)!], baskets });
        if (all.length + next.length > limit) return undefined;
      }
    }
    all.push(...next);
    level = next;
  }
  return all;
};

/** Every way to put some of the items on the first side and the rest on the second, neither empty. */
const splits = (items: readonly number[]): [readonly number[], readonly number[]][] =>
  Array.from({ length: 2 ** items.length - 2 }, (_, at) => {
    const first = (item: number): boolean => Math.floor((at + 1) / 2 ** item) % 2 === 1;
    return [items.filter((_item, index) => first(index)), items.filter((_item, index) => !first(index))];
  });

/** The rules of the baskets, surest first; an item counts once in a basket. Equal baskets in another order give equal rules. */
export const associationRules = (
  baskets: readonly (readonly string[])[],
  { minSupport, minConfidence, maxLength = 2, maxItemSets = 200_000 }: RuleOptions,
): Result<readonly AssociationRule[], RuleRefusal> => {
  const n = baskets.length;
  const least = Math.max(1, Math.ceil(minSupport * n - SLACK));
  const { names, sets } = singles(baskets, least);
  const found = frequentSets(sets, least, maxLength, maxItemSets);
  if (!found) return err({ kind: 'too-many-item-sets', limit: maxItemSets });
  const countOf = new Map(found.map((one) => [keyOf(one.items), one.baskets.length]));
  const named = (items: readonly number[]): string[] => items.map((item) => names[item]!);
  const rules = found.flatMap(({ items, baskets: { length: count } }) =>
    splits(items).flatMap(([first, second]): AssociationRule[] => {
      const [ofFirst, ofSecond] = [countOf.get(keyOf(first))!, countOf.get(keyOf(second))!];
      const confidence = count / ofFirst;
      if (confidence < minConfidence - SLACK) return [];
      const lift = (count * n) / (ofFirst * ofSecond);
      return [{ antecedent: named(first), consequent: named(second), count, support: count / n, confidence, lift }];
    }),
  );
  return ok(
    rules.sort(
      (a, b) =>
        b.confidence - a.confidence ||
        b.count - a.count ||
        byText(a.antecedent.join('\n'), b.antecedent.join('\n')) ||
        byText(a.consequent.join('\n'), b.consequent.join('\n')),
    ),
  );
};
