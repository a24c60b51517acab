/** What vite writes about a chunk; only what is read here. */
export type Chunk = { file: string; isEntry?: boolean; imports?: string[] };
export type Manifest = Record<string, Chunk>;

export type Weight = { gzip: number; brotli: number };
export type RouteCost = Weight & { route: string; files: number };

/** Marks the part of a route's file that holds its component. */
const COMPONENT = '?tsr-split=component';
const ROUTES = 'src/routes/';

/** `src/routes/_app/goods.$productId.tsx?…` is shown at `/goods/$productId`. */
const pathOf = (key: string): string => {
  const name = key.slice(ROUTES.length).replace(/\.tsx\?.*$/u, '');
  const steps = name.split(/[./]/u).filter((step) => !step.startsWith('_') && step !== 'index');
  return `/${steps.map((step) => step.replace(/_$/u, '')).join('/')}`;
};

/** Layouts that stand around a route: `_app/goods.index` stands in `_app`. */
const layoutsOf = (key: string, keys: readonly string[]): string[] =>
  keys.filter((other) => {
    const folder = other.replace(`.tsx${COMPONENT}`, '/');
    return other !== key && other.endsWith(COMPONENT) && key.startsWith(folder);
  });

/** The chunks and everything they import at once, each counted once. What is imported later is fetched later. */
const reach = (manifest: Manifest, starts: readonly string[]): Set<string> => {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
  };
  starts.forEach(visit);
  return seen;
};

/**
 * The JavaScript each route needs before it can be worked: the entry, the layouts around it, its own component with all
 * they import, and the heaviest of the languages. `weigh` says what a built file weighs.
 */
export const routeCosts = (
  manifest: Manifest,
  languages: readonly string[],
  weigh: (file: string) => Weight,
): RouteCost[] => {
  const keys = Object.keys(manifest);
  const entries = keys.filter((key) => manifest[key]?.isEntry);
  const heaviest = languages
    .flatMap((key) => manifest[key] ?? [])
    .map(({ file }) => weigh(file))
    .toSorted((a, b) => b.gzip - a.gzip)[0] ?? { gzip: 0, brotli: 0 };
  return keys
    .filter((key) => key.startsWith(ROUTES) && key.endsWith(COMPONENT))
    .filter((key) => !keys.some((other) => layoutsOf(other, keys).includes(key)))
    .map((key) => {
      const chunks = reach(manifest, [...entries, ...layoutsOf(key, keys), key]);
      const weights = [...chunks].map((chunk) => weigh(manifest[chunk]?.file ?? ''));
      const sum = (unit: keyof Weight) => weights.reduce((total, weight) => total + weight[unit], heaviest[unit]);
      return { route: pathOf(key), files: chunks.size + 1, gzip: sum('gzip'), brotli: sum('brotli') };
    })
    .toSorted((a, b) => (a.route < b.route ? -1 : 1));
};
