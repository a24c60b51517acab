import type { InferInsertModel } from 'drizzle-orm';
import type {
  assortmentAudiences,
  assortmentGoods,
  assortments,
  searchSynonyms,
  searchWords,
} from '../schema/index.ts';
import { at, DAY } from './clock.ts';
import { idsFrom } from './ids.ts';

/** Who sees what at the demo company, and what its search has been taught. */
export const buildVisibility = (
  seed: number,
  now: number,
  categoryOf: (slug: string) => string | undefined,
  groupIds: Readonly<Record<string, string>>,
) => {
  const ids = idsFrom(seed, 'visibility');
  const id = () => ids(now - 90 * DAY);
  const createdAt = at(now - 90 * DAY);
  const heads: InferInsertModel<typeof assortments>[] = [];
  const audiences: InferInsertModel<typeof assortmentAudiences>[] = [];
  const goods: InferInsertModel<typeof assortmentGoods>[] = [];
  const add = (
    code: string,
    name: { zh: string; en: string },
    effect: 'only' | 'hide',
    audience: { kind: string; ref?: string | undefined },
    slugs: string[],
    active: boolean,
  ) => {
    const assortmentId = id();
    heads.push({ id: assortmentId, code, name, effect, active, createdAt });
    if (audience.ref !== undefined || audience.kind === 'stranger')
      audiences.push({ id: id(), assortmentId, kind: audience.kind, ref: audience.ref ?? '' });
    for (const slug of slugs) {
      const ref = categoryOf(slug);
      if (ref) goods.push({ id: id(), assortmentId, kind: 'category', ref });
    }
  };
  add('GUEST', { zh: '访客不可见食品', en: 'No food for strangers' }, 'hide', { kind: 'stranger' }, ['food'], true);
  add(
    'CHAIN',
    { zh: '连锁门店选品（草案）', en: 'Chain store range (draft)' },
    'only',
    { kind: 'group', ref: groupIds.chain },
    ['food', 'household', 'kitchen'],
    false,
  );
  const synonym = (terms: string[], mode: 'both' | 'one-way' = 'both'): InferInsertModel<typeof searchSynonyms> => ({
    id: id(),
    terms,
    mode,
    createdAt,
  });
  const word = (text: string): InferInsertModel<typeof searchWords> => ({ id: id(), word: text, createdAt });
  return {
    assortments: heads,
    audiences,
    goods,
    synonyms: [
      synonym(['螺丝刀', '起子', '改锥', '螺丝批']),
      synonym(['充电宝', '移动电源']),
      synonym(['数据线', '充电线']),
      synonym(['杯子', '水杯', '保温杯'], 'one-way'),
    ],
    words: ['十字槽', '沉头', '内六角', '快充', '充电宝', '保温杯'].map(word),
  };
};
