import { expect, test } from 'vitest';
import { checkProduct } from './check-product.ts';
import type { AttributeDefinition, ProductDraft, VariantDraft } from './product.ts';
import { clashing, productChanges } from './product-changes.ts';
import { mayPublish, missingForPublishing } from './readiness.ts';

const variant: VariantDraft = {
  itemNumber: 'A1-RED',
  barcode: null,
  options: { colour: 'red' },
  unit: { zh: '件', en: 'pc' },
  packUnits: [{ code: 'box', name: { zh: '箱', en: 'box' }, factor: 24 }],
  cartonQuantity: 24,
  minQuantity: 24,
  multiple: 12,
  maxQuantity: null,
  cost: 1_250,
  weightGrams: 300,
  packText: null,
  status: 'active',
};
const draft: ProductDraft = {
  number: 'A1',
  name: { zh: '扳手', en: 'Wrench' },
  summary: null,
  description: { zh: '很好' },
  model: null,
  brandId: null,
  categoryId: 'tools',
  supplierId: null,
  taxRate: '13',
  tags: ['新品'],
  keywords: '',
  attributes: {},
  specification: [],
  axes: [
    { code: 'colour', name: { zh: '颜色' }, values: ['red', 'blue'].map((code) => ({ code, name: { zh: code } })) },
  ],
  variants: [variant],
};
const material: AttributeDefinition = {
  code: 'material',
  name: { zh: '材质' },
  kind: 'choice',
  unit: null,
  choices: [{ code: 'steel', name: { zh: '钢' } }],
  required: true,
};
const problems = (change: Partial<ProductDraft>, definitions: AttributeDefinition[] = []) =>
  checkProduct({ ...draft, ...change }, definitions).map(({ path, reason, limit }) =>
    [path, reason, limit].filter((part) => part !== undefined).join(' '),
  );
const withVariants = (...changes: Partial<VariantDraft>[]) =>
  problems({ variants: changes.map((change) => ({ ...variant, ...change })) });

test('a sound draft has no problems', () => expect(problems({})).toEqual([]));

test('every problem says its field', () => {
  expect(problems({ number: ' ', name: { zh: '' }, taxRate: '17', categoryId: '' })).toEqual([
    'number required',
    'name.zh required',
    'categoryId required',
    'taxRate no-such-value',
  ]);
  expect(problems({ name: { zh: '长'.repeat(121) } })).toEqual(['name.zh too-long 120']);
});

test('two variants are never the same goods, nor called the same', () => {
  expect(withVariants({}, { options: { colour: 'blue' }, itemNumber: 'a1-red' })).toEqual([
    'variants.1.itemNumber duplicate',
  ]);
  expect(withVariants({}, { itemNumber: 'B' })).toEqual(['variants.1.options same-options']);
  expect(withVariants({ options: { colour: 'green' } })).toEqual(['variants.0.options no-such-value']);
  expect(withVariants({ options: { colour: 'green' }, status: 'withdrawn' })).toEqual([]);
});

test('quantity rules must leave a quantity that can be ordered, and say which maximum would', () => {
  expect(withVariants({ minQuantity: 30, multiple: 12, maxQuantity: 35 })).toEqual([
    'variants.0.maxQuantity no-quantity-fits 36',
  ]);
  expect(withVariants({ minQuantity: 30, multiple: 12, maxQuantity: 36 })).toEqual([]);
  expect(withVariants({ multiple: 0, minQuantity: Number.NaN })).toEqual([
    'variants.0.minQuantity not-whole',
    'variants.0.multiple below-least 1',
  ]);
});

test('attributes are those of the category, with values it knows', () => {
  expect(problems({ attributes: { material: 'steel' } }, [material])).toEqual([]);
  expect(problems({ attributes: { material: 'wood', weight: 3 } }, [material])).toEqual([
    'attributes.material no-such-value',
    'attributes.weight not-of-category',
  ]);
});

test('what must be there holds publishing up, what should be there is only told', () => {
  const facts = {
    ...draft,
    definitions: [material],
    pictures: 0,
    variants: [{ itemNumber: 'A1-RED', status: 'active', priced: false }],
  };
  const missing = missingForPublishing(facts);
  expect(missing).toEqual([
    { what: 'price', must: true, items: ['A1-RED'] },
    { what: 'attribute', must: true, items: ['material'] },
    { what: 'picture', must: false },
  ]);
  expect(mayPublish(missing)).toBe(false);
  const priced = facts.variants.map((each) => ({ ...each, priced: true }));
  expect(mayPublish(missingForPublishing({ ...facts, variants: priced, attributes: { material: 'steel' } }))).toBe(
    true,
  );
  expect(missingForPublishing({ ...facts, variants: [] })[0]).toEqual({ what: 'variants', must: true });
});

test('a change is told field by field, a variant by its item number', () => {
  const stored = { ...draft, variants: [{ ...variant, id: '1' }] };
  const after = {
    ...stored,
    name: { zh: '扳手', en: 'Spanner' },
    variants: [{ ...variant, id: '1', itemNumber: 'A1-R', minQuantity: 12 }],
  };
  expect(productChanges(stored, stored)).toEqual([]);
  const changes = productChanges(stored, after);
  expect(changes).toEqual([
    { field: 'name.en', before: 'Wrench', after: 'Spanner' },
    { field: 'variants/A1-R/itemNumber', before: 'A1-RED', after: 'A1-R' },
    { field: 'variants/A1-R/minQuantity', before: 24, after: 12 },
  ]);
  expect(clashing(changes, productChanges(stored, { ...stored, name: { zh: '扳手', en: 'Key' } }))).toEqual([
    'name.en',
  ]);
});
