type Configured = { readonly options: Readonly<Record<string, string>> };

const agreement = (a: Configured['options'], b: Configured['options']): number =>
  Object.keys(a).filter((axis) => a[axis] === b[axis]).length;

/** Whether a value exists together with everything else that is chosen. */
export const isMade = (
  skus: readonly Configured[],
  chosen: Configured['options'],
  axis: string,
  value: string,
): boolean => skus.some((sku) => agreement(sku.options, { ...chosen, [axis]: value }) === Object.keys(chosen).length);

/** The configuration with this value that keeps most of what is chosen; the first such one, so the answer is stable. */
export const chooseValue = <Sku extends Configured>(
  skus: readonly Sku[],
  chosen: Configured['options'],
  axis: string,
  value: string,
): Sku | undefined =>
  skus
    .filter((sku) => sku.options[axis] === value)
    .reduce<Sku | undefined>(
      (best, sku) => (best && agreement(best.options, chosen) >= agreement(sku.options, chosen) ? best : sku),
      undefined,
    );
