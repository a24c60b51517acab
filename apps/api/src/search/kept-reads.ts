/**
 * What was lately read, the most recently used `most` of it, kept until a change of it is heard. What began to be read before
 * a change was heard is used once and not kept: it may be of before.
 */
export const keptReads = <Value>(
  most: number,
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  /** Whether a value tells something of any of these products. */
  isAbout: (value: Value, products: ReadonlySet<string>) => boolean,
) => {
  const known = new Map<string, Value>();
  let changes = 0;

  return {
    /** By key, in the order asked for; without those that do not exist. */
    of: async (keys: readonly string[]): Promise<Map<string, Value>> => {
      const before = changes;
      const missing = keys.filter((key) => !known.has(key));
      const fresh = missing.length > 0 ? await read(missing) : undefined;
      const found = new Map<string, Value>();
      for (const key of keys) {
        const value = fresh?.get(key) ?? known.get(key);
        if (value !== undefined) found.set(key, value);
      }
      if (changes === before)
        for (const [key, value] of found) {
          known.delete(key);
          known.set(key, value);
        }
      while (known.size > most) known.delete(known.keys().next().value!);
      return found;
    },
    /** Without a read: all of them, or nothing where one is not kept. */
    kept: (keys: readonly string[]): Map<string, Value> | undefined =>
      keys.every((key) => known.has(key)) ? new Map(keys.map((key) => [key, known.get(key)!])) : undefined,
    /** Something of these products, or of their prices, is not what it was; without ids: of any. */
    forget: (productIds?: readonly string[]): void => {
      changes++;
      const changed = productIds && new Set(productIds);
      for (const [key, value] of known) if (!changed || isAbout(value, changed)) known.delete(key);
    },
  };
};
