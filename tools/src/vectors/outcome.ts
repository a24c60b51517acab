/** What became of one case. A skip always says why. */
export type Outcome =
  | { readonly id: string; readonly kind: 'passed' }
  | { readonly id: string; readonly kind: 'failed'; readonly differences: readonly string[] }
  | { readonly id: string; readonly kind: 'skipped'; readonly reason: string };

/** Thrown by an adapter that meets a key, kind or value of the format that the package deliberately does not have. */
export class Unsupported extends Error {}

/** How far a number may be off: absolute, or as a part of the expected number; and whether lists are sets. */
export type Tolerance = { readonly by: number; readonly relative: boolean; readonly anyOrder?: boolean };

export const EXACT: Tolerance = { by: 0, relative: false };

const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
const differ = (path: string, expected: unknown, got: unknown): string[] => [
  `${path}: expected ${show(expected)}, got ${show(got)}`,
];

/** Every place where `got` differs from `expected`; keys that are not expected are not looked at. */
export const differences = (expected: unknown, got: unknown, tolerance: Tolerance, path = ''): string[] => {
  if (typeof expected === 'number' || isDecimal(expected))
    return isNear(expected, got, tolerance) ? [] : differ(path, expected, got);
  if (Array.isArray(expected)) return arrayDifferences(expected, got, tolerance, path);
  if (expected !== null && typeof expected === 'object') return objectDifferences(expected, got, tolerance, path);
  return Object.is(expected, got) ? [] : differ(path, expected, got);
};

const isDecimal = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d+(\.\d+)?(e-?\d+)?$/.test(value);

const isNear = (expected: number | string, got: unknown, { by, relative }: Tolerance): boolean => {
  if (typeof got !== 'number' && !isDecimal(got)) return false;
  const wanted = Number(expected);
  return Math.abs(Number(got) - wanted) <= (relative ? by * Math.abs(wanted) : by);
};

const arrayDifferences = (expected: readonly unknown[], got: unknown, tolerance: Tolerance, path: string): string[] => {
  if (!Array.isArray(got) || got.length !== expected.length) return differ(path, expected, got);
  if (tolerance.anyOrder) return missing(expected, got, tolerance, path);
  return expected.flatMap((value, index) => differences(value, got[index], tolerance, `${path}[${index}]`));
};

/** The expected entries that no entry of the same length of list stands for; each may stand for one. */
const missing = (expected: readonly unknown[], got: readonly unknown[], tolerance: Tolerance, path: string) => {
  const left = [...got];
  return expected.flatMap((value) => {
    const at = left.findIndex((entry) => differences(value, entry, tolerance).length === 0);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [] : differ(`${path}[]`, value, left);
  });
};

/** A key such as `sseMax` bounds `sse` from above, unless the result has a key of that very name. */
const objectDifferences = (expected: object, got: unknown, tolerance: Tolerance, path: string): string[] => {
  const own = (got ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(expected).flatMap(([key, value]) => {
    const place = path ? `${path}.${key}` : key;
    const bounded = key.endsWith('Max') && !(key in own) ? own[key.slice(0, -3)] : undefined;
    if (typeof bounded === 'number')
      return bounded <= Number(value) ? [] : [`${place}: expected at most ${show(value)}, got ${show(bounded)}`];
    return differences(value, own[key], tolerance, place);
  });
};
