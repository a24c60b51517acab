import type { ProductAxis, VariantDraft } from './product.ts';

type Options = Readonly<Record<string, string>>;

/** Variants a product may have; more are two products, or an axis too many. */
export const MAX_VARIANTS = 400;

/** How many combinations the axes make, without making them. */
export const combinationCount = (axes: readonly ProductAxis[]): number =>
  axes.reduce((product, axis) => product * axis.values.length, 1);

/** Every combination of one value per axis, the last axis turning fastest. Goods without axes have one, the empty one. */
export const combinations = (axes: readonly ProductAxis[]): Record<string, string>[] =>
  axes.reduce<Record<string, string>[]>(
    (made, axis) => made.flatMap((options) => axis.values.map(({ code }) => ({ ...options, [axis.code]: code }))),
    [{}],
  );

/** One text for one combination, in the order of the axes: two variants with the same are the same goods. */
export const optionKey = (axes: readonly ProductAxis[], options: Options): string =>
  JSON.stringify(axes.map(({ code }) => options[code] ?? ''));

/** What becomes of the variants when the axes are these. */
export type VariantPlan<V> = {
  /** In the order of the combinations: a variant that stays, with the options it has from now on, or a new one. */
  readonly rows: readonly { readonly variant: V | undefined; readonly options: Record<string, string> }[];
  /** Variants whose combination is gone: they are withdrawn, and deleted only where nothing ever happened to them. */
  readonly left: readonly V[];
};

/**
 * Fits the variants there are to the combinations of new axes. A variant without a value on an axis takes the axis's
 * first one, so that adding an axis keeps what there is; of two that fall together, the earlier stays.
 */
export const planVariants = <V extends Pick<VariantDraft, 'options'>>(
  axes: readonly ProductAxis[],
  variants: readonly V[],
): VariantPlan<V> => {
  const taken = new Map<string, V>();
  const left: V[] = [];
  for (const variant of variants) {
    const options = fitted(axes, variant.options);
    const key = options && optionKey(axes, options);
    if (key === undefined || taken.has(key)) left.push(variant);
    else taken.set(key, variant);
  }
  const rows = combinations(axes).map((options) => ({ variant: taken.get(optionKey(axes, options)), options }));
  return { rows, left };
};

/** The options on these axes; undefined when a value is no longer there. */
const fitted = (axes: readonly ProductAxis[], options: Options): Record<string, string> | undefined => {
  const made: Record<string, string> = {};
  for (const { code, values } of axes) {
    const value = Object.hasOwn(options, code) ? options[code] : values[0]?.code;
    if (value === undefined || !values.some((each) => each.code === value)) return undefined;
    made[code] = value;
  }
  return made;
};

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Names in a pattern that are neither `number` nor the code of an axis. */
export const unknownPlaceholders = (pattern: string, axes: readonly ProductAxis[]): string[] =>
  [...pattern.matchAll(PLACEHOLDER)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'number' && !axes.some(({ code }) => code === name));

/** The usual pattern: the product's number and one part per axis. */
export const usualPattern = (axes: readonly ProductAxis[]): string =>
  ['{number}', ...axes.map(({ code }) => `{${code}}`)].join('-');

/** An item number by pattern: `{number}-{colour}` of product A1023 in red is `A1023-RED`. */
export const itemNumberBy = (pattern: string, number: string, options: Options): string =>
  pattern.replace(PLACEHOLDER, (_, name: string) => (name === 'number' ? number : (options[name] ?? '').toUpperCase()));
