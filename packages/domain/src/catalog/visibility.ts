/** Goods an assortment names: a product, a category with all below it, a brand, or a tag. */
export type GoodsRef = { readonly kind: 'product' | 'category' | 'brand' | 'tag'; readonly ref: string };

/** For whom an assortment holds; strangers and everyone need no `ref`. */
export type AudienceRef =
  | { readonly kind: 'company' | 'group' | 'level'; readonly ref: string }
  | { readonly kind: 'stranger' | 'everyone' };

export type Assortment = {
  readonly effect: 'only' | 'hide';
  readonly audiences: readonly AudienceRef[];
  readonly goods: readonly GoodsRef[];
};

/** Who looks: a customer company, or somebody who has not signed in. */
export type Viewer =
  | {
      readonly kind: 'company';
      readonly companyId: string;
      readonly groupId?: string | undefined;
      readonly level: string;
    }
  | { readonly kind: 'stranger' };

/** What visibility needs to know of a product: its category with all above it, brand and tags. */
export type VisibleGoods = {
  readonly productId: string;
  readonly categoryIds: readonly string[];
  readonly brandId?: string | undefined;
  readonly tags: readonly string[];
};

const isFor = (audience: AudienceRef, viewer: Viewer): boolean => {
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'stranger':
      return viewer.kind === 'stranger';
    case 'company':
      return viewer.kind === 'company' && viewer.companyId === audience.ref;
    case 'group':
      return viewer.kind === 'company' && viewer.groupId === audience.ref;
    case 'level':
      return viewer.kind === 'company' && viewer.level === audience.ref;
  }
};

/** The assortments that hold for somebody, in the order given. */
export const assortmentsFor = <A extends Assortment>(assortments: readonly A[], viewer: Viewer): readonly A[] =>
  assortments.filter(({ audiences }) => audiences.some((audience) => isFor(audience, viewer)));

const isNamed = (product: VisibleGoods, { kind, ref }: GoodsRef): boolean => {
  switch (kind) {
    case 'product':
      return product.productId === ref;
    case 'category':
      return product.categoryIds.includes(ref);
    case 'brand':
      return product.brandId === ref;
    case 'tag':
      return product.tags.includes(ref);
  }
};

const names = (goods: readonly GoodsRef[], product: VisibleGoods): boolean =>
  goods.some((ref) => isNamed(product, ref));

/**
 * Whether somebody may see a product. Of the assortments that hold for him, any `only` narrows what he sees to the union
 * of all of them; then each `hide` takes its goods away. With no assortment he sees everything: hiding is the exception.
 */
export const isVisible = (product: VisibleGoods, assortments: readonly Assortment[], viewer: Viewer): boolean => {
  const holding = assortmentsFor(assortments, viewer);
  const only = holding.filter(({ effect }) => effect === 'only');
  if (only.length > 0 && !only.some(({ goods }) => names(goods, product))) return false;
  return !holding.some(({ effect, goods }) => effect === 'hide' && names(goods, product));
};
