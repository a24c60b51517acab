import type { PriceListId } from '../kernel/index.ts';
import type { UnitPriceE4 } from '../money/index.ts';
import type { CustomerContext, PriceEntry } from './price-entry.ts';
import { selectPrice } from './select-price.ts';
import { audienceObstacle, type PriceQuery } from './validity.ts';

/** The price that holds from a quantity on, and the list that gives it. */
export type EffectivePrice = { readonly unitPriceE4: UnitPriceE4; readonly listId: PriceListId };

/** From `quantity` base units on: what holds before and after; undefined = no price. */
export type PriceStep = {
  readonly quantity: number;
  readonly before: EffectivePrice | undefined;
  readonly after: EffectivePrice | undefined;
};

/** Customers, as positions in the list of profiles, for whom a change means the same, with every quantity at which the price steps. */
export type PriceEffect = { readonly profiles: readonly number[]; readonly steps: readonly PriceStep[] };

export type Comparison = {
  readonly before: readonly PriceEntry[];
  readonly after: readonly PriceEntry[];
  /** Kinds of customers: each stands for all whose prices depend on the same facts. */
  readonly profiles: readonly CustomerContext[];
  /** Least quantity that can be ordered. */
  readonly from: number;
  readonly query: Pick<PriceQuery, 'now' | 'currency' | 'pick'>;
};

/** Effects of changed entries of one SKU on all kinds of customers; those for whom no price changes are left out. */
export const priceEffects = ({ before, after, profiles, from, query }: Comparison): PriceEffect[] => {
  const quantities = stepsOf([...before, ...after], from);
  return classesOf([...before, ...after], profiles).flatMap((members): PriceEffect[] => {
    const customer = profiles[members[0] ?? 0] ?? {};
    const [was, is] = [before.filter(isFor(customer)), after.filter(isFor(customer))];
    const steps = quantities.map(
      (quantity): PriceStep => ({
        quantity,
        before: priceAt(was, quantity, customer, query),
        after: priceAt(is, quantity, customer, query),
      }),
    );
    return steps.some(({ before: a, after: b }) => a?.unitPriceE4 !== b?.unitPriceE4)
      ? [{ profiles: members, steps: essential(steps) }]
      : [];
  });
};

/** The step that holds for a quantity. */
export const stepAt = (steps: readonly PriceStep[], quantity: number): PriceStep | undefined =>
  steps.findLast((step) => step.quantity <= quantity) ?? steps[0];

/** The first quantity from which a unit costs more than for less: the larger order is the dearer one. */
export const firstInversion = (steps: readonly PriceStep[]): PriceStep | undefined =>
  steps.find((step, at) => {
    const smaller = steps[at - 1]?.after;
    return smaller !== undefined && step.after !== undefined && step.after.unitPriceE4 > smaller.unitPriceE4;
  });

const isFor =
  (customer: CustomerContext) =>
  (entry: PriceEntry): boolean =>
    audienceObstacle(entry, customer) === undefined;

const stepsOf = (entries: readonly PriceEntry[], from: number): number[] =>
  [
    ...new Set([from, ...entries.map((entry) => Number(entry.minQuantity ?? 1)).filter((quantity) => quantity > from)]),
  ].sort((a, b) => a - b);

const priceAt = (
  entries: readonly PriceEntry[],
  quantity: number,
  customer: CustomerContext,
  query: Comparison['query'],
): EffectivePrice | undefined => {
  const chosen = selectPrice(entries, {
    ...query,
    customer,
    quantity: { line: quantity, product: quantity, group: quantity },
  });
  return chosen.ok ? { unitPriceE4: chosen.value.unitPriceE4, listId: chosen.value.listId } : undefined;
};

/** Without the quantities at which neither side steps. */
const essential = (steps: readonly PriceStep[]): PriceStep[] =>
  steps.filter((step, at) => {
    const last = steps[at - 1];
    return (
      !last ||
      last.before?.unitPriceE4 !== step.before?.unitPriceE4 ||
      last.after?.unitPriceE4 !== step.after?.unitPriceE4
    );
  });

/**
 * Profiles that the same entries are for, together: thousands of customers fall into a few classes, and a price is chosen
 * once for each. Entries of one list have one audience, so each list splits the classes once.
 */
const classesOf = (entries: readonly PriceEntry[], profiles: readonly CustomerContext[]): number[][] => {
  const audiences = new Map(entries.map((entry) => [audienceKey(entry), entry]));
  let classes: number[][] = [profiles.map((_, at) => at)];
  for (const entry of audiences.values()) {
    const reached = (at: number): boolean => isFor(profiles[at] ?? {})(entry);
    classes = classes.flatMap((members) => {
      const inside = members.filter(reached);
      if (inside.length === 0 || inside.length === members.length) return [members];
      return [inside, members.filter((at) => !reached(at))];
    });
  }
  return classes;
};

const audienceKey = ({ companyId, groupId, level, channel, region }: PriceEntry): string =>
  [companyId, groupId, level, channel, region].join(' ');
