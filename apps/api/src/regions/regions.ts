import type { Division } from '@tradeline/domain/address';

/** A division as the picker shows and finds it; `spell` is its name in pinyin and the initials of that. */
export type Region = { code: string; name: string; spell: string; within?: Region[] };

const CITY_DIGITS = 6;

/** Reads the list: a line a division, deeper ones indented; a street's code is what it adds to where it lies. */
const read = (text: string): Division[] => {
  type Growing = { code: string; name: string; within: Growing[] };
  const root: Growing = { code: '', name: '', within: [] };
  const path = [root];
  for (const line of text.split('\n')) {
    const [, indent = '', digits = '', name = ''] = /^( *)(\d+)(.+)$/u.exec(line) ?? [];
    const parent = path[indent.length] ?? root;
    const code = indent.length > 1 && digits.length === 3 ? parent.code.padEnd(CITY_DIGITS, '0') + digits : digits;
    const made = { code, name, within: [] };
    parent.within.push(made);
    path.splice(indent.length + 1, path.length, made);
  }
  return root.within;
};

let kept: Promise<Division[]> | undefined;
/** Mainland China's provinces with all that lies in them; read when the first address is written. */
export const provinces = (): Promise<Division[]> => {
  kept ??= import('./divisions.gen.ts').then(({ divisions }) => read(divisions));
  return kept;
};

const spelt = new Map<string, Promise<Region[]>>();
/** All of a province as the picker needs it; without a code the provinces alone. Spelt once. */
export const regionsIn = (code = ''): Promise<Region[]> => {
  const known = spelt.get(code) ?? spell(code);
  spelt.set(code, known);
  return known;
};

const spell = async (code: string): Promise<Region[]> => {
  const [all, { pinyin }] = await Promise.all([provinces(), import('pinyin-pro')]);
  const regionOf = ({ code, name, within }: Division): Region => {
    const sounds = pinyin(name, { toneType: 'none', type: 'array', v: true });
    const sound = `${sounds.join('')} ${sounds.map((one) => one[0]).join('')}`;
    return within.length === 0
      ? { code, name, spell: sound }
      : { code, name, spell: sound, within: within.map(regionOf) };
  };
  if (code === '') return all.map((province) => regionOf({ ...province, within: [] }));
  return (all.find((province) => province.code === code)?.within ?? []).map(regionOf);
};
