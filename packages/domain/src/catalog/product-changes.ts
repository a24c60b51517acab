import type { CatalogText, ProductDraft, VariantDraft } from './product.ts';

export type FieldValue = string | number | null;
/** One field that changed: `name.zh`, `axes`, or `variants/<item number>/<field>`. None: it was not there, or is gone. */
export type FieldChange = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue };

/** A bilingual text as one value: "红 | Red". */
const both = (text: CatalogText | null | undefined): string | null =>
  text ? [text.zh, text.en].filter(Boolean).join(' | ') : null;
const lines = (rows: readonly string[]): string | null => (rows.length > 0 ? rows.join('\n') : null);

const variantFields = (variant: VariantDraft): Record<string, FieldValue> => ({
  itemNumber: variant.itemNumber,
  barcode: variant.barcode,
  options: Object.values(variant.options).join(' / ') || null,
  unit: both(variant.unit),
  packUnits: lines(variant.packUnits.map(({ name, factor }) => `${both(name)} = ${factor}`)),
  cartonQuantity: variant.cartonQuantity,
  minQuantity: variant.minQuantity,
  multiple: variant.multiple,
  maxQuantity: variant.maxQuantity,
  ...(variant.cost === undefined ? {} : { cost: variant.cost }),
  weightGrams: variant.weightGrams,
  packText: variant.packText,
  status: variant.status,
});

const productFields = (draft: ProductDraft): Record<string, FieldValue> => ({
  number: draft.number,
  'name.zh': draft.name.zh,
  'name.en': draft.name.en ?? null,
  'summary.zh': draft.summary?.zh ?? null,
  'summary.en': draft.summary?.en ?? null,
  'description.zh': draft.description?.zh ?? null,
  'description.en': draft.description?.en ?? null,
  model: draft.model,
  brandId: draft.brandId,
  categoryId: draft.categoryId,
  supplierId: draft.supplierId,
  taxRate: draft.taxRate,
  tags: lines(draft.tags),
  keywords: draft.keywords || null,
  ...Object.fromEntries(
    Object.entries(draft.attributes).map(([code, value]) => [
      `attributes.${code}`,
      typeof value === 'object' ? both(value) : value,
    ]),
  ),
  specification: lines(draft.specification.map(({ name, value }) => `${both(name)}: ${both(value)}`)),
  axes: lines(
    draft.axes.map(({ name, values }) => `${both(name)}: ${values.map((value) => both(value.name)).join(', ')}`),
  ),
});

const differing = (
  before: Record<string, FieldValue>,
  after: Record<string, FieldValue>,
  prefix = '',
): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field: `${prefix}${field}`, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);

/**
 * Field by field what makes one draft the other: the history of a product, and what two editors who met see of each
 * other. Variants are matched by id, new ones by item number, and named by the item number they have afterwards.
 */
export const productChanges = (before: ProductDraft, after: ProductDraft): readonly FieldChange[] => {
  const was = new Map(before.variants.map((variant) => [variant.id ?? variant.itemNumber, variant]));
  const changes = [...differing(productFields(before), productFields(after))];
  for (const variant of after.variants) {
    const key = variant.id ?? variant.itemNumber;
    const old = was.get(key) ?? before.variants.find(({ itemNumber }) => itemNumber === variant.itemNumber);
    if (old) was.delete(old.id ?? old.itemNumber);
    changes.push(
      ...differing(old ? variantFields(old) : {}, variantFields(variant), `variants/${variant.itemNumber}/`),
    );
  }
  for (const gone of was.values()) changes.push(...differing(variantFields(gone), {}, `variants/${gone.itemNumber}/`));
  return changes;
};

/** Fields that two sets of changes both touch: where one editor would overwrite the other. */
export const clashing = (mine: readonly FieldChange[], theirs: readonly FieldChange[]): readonly string[] => {
  const fields = new Set(theirs.map(({ field }) => field));
  return mine.map(({ field }) => field).filter((field) => fields.has(field));
};
