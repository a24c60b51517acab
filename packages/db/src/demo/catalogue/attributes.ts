import type { InferInsertModel } from 'drizzle-orm';
import type { AttributeValues, attributes as attributeTable } from '../../schema/index.ts';
import type { Ids } from '../ids.ts';
import { goods } from './goods/index.ts';
import type { Goods } from './goods-type.ts';
import { type SpecCode, specNames, type Word, word } from './words.ts';

/** Of what the goods are described by, what a buyer narrows a list with. */
const FILTERED: readonly SpecCode[] = [
  'material',
  'fabric',
  'voltage',
  'protection',
  'warranty',
  'shelf',
  'origin',
  'finish',
  'closure',
  'connector',
];

/** A choice's code: its English words in small letters and hyphens. */
const codeOf = (value: Word): string =>
  word(value)
    .en!.toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');

/** Attributes with every value that goods have. One that a single category uses belongs to it, others to all goods. */
export const buildAttributes = (
  ids: Ids,
  from: number,
  categoryOf: (slug: string) => string | undefined,
): InferInsertModel<typeof attributeTable>[] =>
  FILTERED.map((code, position) => {
    const slugs = Object.keys(goods).filter((slug) => goods[slug]!.some(({ spec }) => spec[code] !== undefined));
    const values = new Set(Object.values(goods).flatMap((list) => list.flatMap(({ spec }) => spec[code] ?? [])));
    return {
      id: ids(from + position),
      categoryId: slugs.length === 1 ? (categoryOf(slugs[0]!) ?? null) : null,
      code,
      name: word(specNames[code]),
      kind: 'choice',
      choices: [...values].map((value) => ({ code: codeOf(value), name: word(value) })),
      filterable: true,
      required: false,
      position,
    };
  });

export const attributesOf = ({ spec }: Goods): AttributeValues =>
  Object.fromEntries(FILTERED.flatMap((code) => (spec[code] === undefined ? [] : [[code, codeOf(spec[code])]])));
