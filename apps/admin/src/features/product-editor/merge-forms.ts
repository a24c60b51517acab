import type { ProductForm, VariantForm } from './form-model.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Field by field mine where I changed it, else theirs. */
const merged = <T extends object>(base: T, mine: T, theirs: T): T =>
  Object.fromEntries(
    (Object.keys({ ...theirs, ...mine }) as (keyof T)[]).map((key) => [
      key,
      same(base[key], mine[key]) ? theirs[key] : mine[key],
    ]),
  ) as T;

/**
 * My changes upon what somebody saved meanwhile. Variants are merged row by row: one they added stays, one I added stays,
 * one either of us removed is gone unless the other changed it.
 */
export const mergeForms = (base: ProductForm, mine: ProductForm, theirs: ProductForm): ProductForm => {
  const rowsOf = (form: ProductForm): Map<string, VariantForm> => new Map(form.variants.map((row) => [row.key, row]));
  const [was, own, other] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)];
  const variants = [...new Set([...other.keys(), ...own.keys()])].flatMap((key): VariantForm[] => {
    const [b, m, o] = [was.get(key), own.get(key), other.get(key)];
    if (!b) return [m ?? o].filter((row) => row !== undefined);
    if (!m) return o && !same(b, o) ? [o] : [];
    if (!o) return same(b, m) ? [] : [{ ...m, id: undefined }];
    return [merged(b, m, o)];
  });
  return { ...merged(base, mine, theirs), variants };
};
