import {
  associationRules,
  chanceAlive,
  expectedOrders,
  expectedOrdersOfNewcomer,
  fitLifetime,
  fitValue,
  itemSimilarity,
  type LifetimeKind,
  type LifetimeParameters,
  type RfmFacts,
  rfm,
} from '@tradeline/domain/analytics';
import type { AreaFunctions } from './numeric.ts';
import { Unsupported } from './outcome.ts';

type Parameters = Omit<LifetimeParameters, 'kind'>;
type Asked = {
  readonly params: Parameters;
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly t: number;
};
type Bought = {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly mean?: number;
};
type Baskets = readonly (readonly string[])[];

const plain = (params: Parameters): LifetimeParameters => ({ kind: 'bg-nbd', ...params });

const fitted = (customers: readonly Bought[], kind: LifetimeKind) => {
  const lifetime = fitLifetime(customers, { kind });
  if (!lifetime.ok) throw new Unsupported(`too few customers to fit: ${lifetime.error.customers}`);
  const value = fitValue(customers.flatMap(({ x, mean }) => (mean === undefined ? [] : [{ orders: x, mean }])));
  return { ...lifetime.value, ...(value.ok ? value.value : {}) };
};

/** How each `fn` about customers is asked of the domain; the forecast file lists them beside its own. */
export const customers: AreaFunctions = {
  bgnbdAlive: ({ params, ...history }: Asked) => ({
    pAlive: chanceAlive(plain(params), history),
    expected39: expectedOrders(plain(params), history, 39),
  }),
  bgnbdConditional: ({ params, t, ...history }: Asked) => ({ expected: expectedOrders(plain(params), history, t) }),
  bgnbdExpected: ({ params, t }: { readonly params: Parameters; readonly t: readonly number[] }) => ({
    expected: t.map((time) => expectedOrdersOfNewcomer(plain(params), time)),
  }),
  clvParams: (input: { readonly customers: readonly Bought[]; readonly model?: LifetimeKind }) =>
    fitted(input.customers, input.model ?? 'bg-nbd'),
  rfm: (input: { readonly customers: readonly RfmFacts[]; readonly bins?: number }) => ({
    scores: Object.fromEntries(rfm(input.customers, { bins: input.bins ?? 5 }).map(({ id, code }) => [id, code])),
  }),
  assocRules: (input: {
    readonly baskets: Baskets;
    readonly minSupport: number;
    readonly minConfidence: number;
    readonly maxLen?: number;
  }) => {
    const rules = associationRules(input.baskets, { ...input, maxLength: input.maxLen });
    if (!rules.ok) throw new Unsupported(`more than ${rules.error.limit} item sets`);
    return {
      rules: rules.value.map(({ antecedent, consequent, ...rule }) => ({ a: antecedent, c: consequent, ...rule })),
    };
  },
  itemSimilarity: (input: { readonly baskets: Baskets; readonly items: readonly [string, string] }) =>
    itemSimilarity(input.baskets, input.items),
};
