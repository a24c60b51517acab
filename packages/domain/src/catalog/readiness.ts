import type { AttributeDefinition, ProductDraft } from './product.ts';

/** One thing that is missing before goods are shown. What `must` be there holds publishing up; the rest only looks better. */
export type MissingPart = {
  readonly what: 'variants' | 'price' | 'attribute' | 'picture' | 'english-name' | 'description';
  readonly must: boolean;
  /** Item numbers without a price, or the code of the attribute. */
  readonly items?: readonly string[];
};

export type ReadinessFacts = Pick<ProductDraft, 'name' | 'description' | 'attributes'> & {
  readonly variants: readonly { readonly itemNumber: string; readonly status: string; readonly priced: boolean }[];
  readonly definitions: readonly Pick<AttributeDefinition, 'code' | 'required'>[];
  readonly pictures: number;
};

/** What a product lacks before customers should see it, the obstacles first. */
export const missingForPublishing = (facts: ReadinessFacts): readonly MissingPart[] => {
  const active = facts.variants.filter(({ status }) => status === 'active');
  const unpriced = active.filter(({ priced }) => !priced).map(({ itemNumber }) => itemNumber);
  const attributes = facts.definitions.filter(
    ({ code, required }) => required && !Object.hasOwn(facts.attributes, code),
  );
  return [
    ...(active.length === 0 ? [{ what: 'variants', must: true } as const] : []),
    ...(unpriced.length > 0 ? [{ what: 'price', must: true, items: unpriced } as const] : []),
    ...attributes.map(({ code }) => ({ what: 'attribute', must: true, items: [code] }) as const),
    ...(facts.pictures === 0 ? [{ what: 'picture', must: false } as const] : []),
    ...(facts.name.en ? [] : [{ what: 'english-name', must: false } as const]),
    ...(facts.description ? [] : [{ what: 'description', must: false } as const]),
  ];
};

export const mayPublish = (missing: readonly MissingPart[]): boolean => !missing.some(({ must }) => must);
