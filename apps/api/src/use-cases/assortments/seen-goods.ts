import { activeAssortments, assortmentStore, catalogStore, type Page } from '@tradeline/db/stores';
import { categoryPath, explainVisibility, type Viewer } from '@tradeline/domain/catalog';
import type { Deps } from '../../deps.ts';
import { goodsMeant } from '../catalog/search/goods-meant.ts';

export type GoodsQuestion = { text?: string | undefined; which: 'all' | 'visible' | 'hidden' };

/** Published goods as a customer or a stranger sees them, each with the reason why he does or does not. */
export const seenGoods = async (
  { db, search }: Pick<Deps, 'db' | 'search'>,
  viewer: Viewer,
  { text, which }: GoodsQuestion,
  page: Page,
) => {
  const goods = await goodsMeant({ db, search }, text, Number.POSITIVE_INFINITY);
  const { rows, total } = await assortmentStore.goodsFor(db, viewer, { goods, which }, page);
  const assortments = await activeAssortments(db);
  const names = new Map((await assortmentStore.list(db)).map(({ id, code, name }) => [id, { id, code, name }]));
  const parents = await catalogStore.categoryParents(db);
  const { sees, total: published } = await assortmentStore.countFor(db, viewer);
  return {
    total,
    sees,
    published,
    rows: rows.map(({ id, number, name, categoryId, brandId, tags }) => {
      const goods = {
        productId: id,
        categoryIds: categoryPath(parents, categoryId),
        brandId: brandId ?? undefined,
        tags,
      };
      const reason = explainVisibility(goods, assortments, viewer);
      return {
        id,
        number,
        name,
        visible: reason.visible,
        why: reason.kind,
        by: 'by' in reason ? reason.by.flatMap((one) => names.get(one.id) ?? []) : [],
      };
    }),
  };
};
