import { type Assortment, assortmentsFor, isVisible, type Viewer, type VisibleGoods } from './visibility.ts';

/** Why somebody sees a product or not, with the assortments that decided it. */
export type VisibilityReason<A extends Assortment> =
  /** No assortment is made for him: he sees everything. */
  | { readonly visible: true; readonly kind: 'unrestricted' }
  /** He is in assortments, and none of them narrows or hides this. */
  | { readonly visible: true; readonly kind: 'not-hidden' }
  /** One of his `only` assortments names it. */
  | { readonly visible: true; readonly kind: 'named'; readonly by: readonly A[] }
  /** He sees only certain goods, and this is not among them. */
  | { readonly visible: false; readonly kind: 'not-named'; readonly by: readonly A[] }
  | { readonly visible: false; readonly kind: 'hidden'; readonly by: readonly A[] };

/** The answer of `isVisible` with its reason. What hides is told before what does not name. */
export const explainVisibility = <A extends Assortment>(
  product: VisibleGoods,
  assortments: readonly A[],
  viewer: Viewer,
): VisibilityReason<A> => {
  const holding = assortmentsFor(assortments, viewer);
  if (holding.length === 0) return { visible: true, kind: 'unrestricted' };
  const namesIt = (one: A): boolean => isVisible(product, [{ ...one, effect: 'only' }], viewer);
  const hiding = holding.filter((one) => one.effect === 'hide' && namesIt(one));
  if (hiding.length > 0) return { visible: false, kind: 'hidden', by: hiding };
  const only = holding.filter((one) => one.effect === 'only');
  if (only.length === 0) return { visible: true, kind: 'not-hidden' };
  const naming = only.filter(namesIt);
  return naming.length > 0
    ? { visible: true, kind: 'named', by: naming }
    : { visible: false, kind: 'not-named', by: only };
};
