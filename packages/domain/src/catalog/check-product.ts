import type {
  AttributeDefinition,
  AttributeValue,
  CatalogText,
  ProductAxis,
  ProductDraft,
  VariantDraft,
} from './product.ts';
import { taxRates } from './product.ts';
import { MAX_VARIANTS, optionKey } from './variants.ts';

/** What is wrong with one field. `path` is where it stands in the draft: `variants.3.itemNumber`. */
export type ProductProblem = {
  readonly path: string;
  readonly reason:
    | 'required'
    | 'too-long'
    | 'too-many'
    | 'duplicate'
    | 'code-shape'
    | 'not-whole'
    | 'below-least'
    | 'no-quantity-fits'
    | 'no-such-value'
    | 'same-options'
    | 'not-of-category';
  /** The most or least that is allowed; for `no-quantity-fits` the smallest maximum that would do. */
  readonly limit?: number;
};

/** Lengths and counts that the form, the server and the importer agree on. */
export const productLimits = {
  number: 40,
  name: 120,
  summary: 200,
  description: 8_000,
  model: 60,
  keywords: 400,
  tag: 30,
  tags: 20,
  specification: 60,
  axes: 4,
  axisValues: 60,
  itemNumber: 60,
  barcode: 40,
  packUnits: 6,
  packText: 60,
  quantity: 1_000_000_000,
} as const;

const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Everything that keeps a draft from being saved, in the order of the form; empty when it may be. */
export const checkProduct = (
  draft: ProductDraft,
  definitions: readonly AttributeDefinition[] = [],
): readonly ProductProblem[] => {
  const problems: ProductProblem[] = [];
  const tell = (path: string, reason: ProductProblem['reason'], limit?: number): void => {
    problems.push(limit === undefined ? { path, reason } : { path, reason, limit });
  };
  const plain = (path: string, value: string | null, most: number, required = false): void => {
    if (required && !value?.trim()) tell(path, 'required');
    else if ((value?.length ?? 0) > most) tell(path, 'too-long', most);
  };
  const bilingual = (path: string, value: CatalogText | null, most: number, required = true): void => {
    if (!value && !required) return;
    plain(`${path}.zh`, value?.zh ?? null, most, true);
    plain(`${path}.en`, value?.en ?? null, most);
  };

  plain('number', draft.number, productLimits.number, true);
  bilingual('name', draft.name, productLimits.name);
  bilingual('summary', draft.summary, productLimits.summary, false);
  bilingual('description', draft.description, productLimits.description, false);
  if (!draft.categoryId) tell('categoryId', 'required');
  plain('model', draft.model, productLimits.model);
  if (!(taxRates as readonly string[]).includes(draft.taxRate)) tell('taxRate', 'no-such-value');
  plain('keywords', draft.keywords, productLimits.keywords);
  if (draft.tags.length > productLimits.tags) tell('tags', 'too-many', productLimits.tags);
  for (const [i, tag] of draft.tags.entries()) plain(`tags.${i}`, tag, productLimits.tag, true);
  for (const [code, value] of Object.entries(draft.attributes)) {
    const reason = attributeProblem(
      value,
      definitions.find((each) => each.code === code),
    );
    if (reason) tell(`attributes.${code}`, reason);
  }
  if (draft.specification.length > productLimits.specification)
    tell('specification', 'too-many', productLimits.specification);
  for (const [i, row] of draft.specification.entries()) {
    bilingual(`specification.${i}.name`, row.name, productLimits.model);
    bilingual(`specification.${i}.value`, row.value, productLimits.summary);
  }
  checkAxes(draft.axes, tell, bilingual);
  checkVariants(draft, tell, plain, bilingual);
  return problems;
};

const attributeProblem = (
  value: AttributeValue,
  definition: AttributeDefinition | undefined,
): ProductProblem['reason'] | undefined => {
  if (!definition) return 'not-of-category';
  if (definition.kind === 'choice')
    return definition.choices.some(({ code }) => code === value) ? undefined : 'no-such-value';
  if (definition.kind === 'number')
    return typeof value === 'number' && Number.isFinite(value) ? undefined : 'no-such-value';
  return typeof value === 'object' && value.zh.trim() !== '' && value.zh.length <= productLimits.summary
    ? undefined
    : 'required';
};

type Tell = (path: string, reason: ProductProblem['reason'], limit?: number) => void;
type CheckText = (path: string, value: CatalogText | null, most: number, required?: boolean) => void;
type CheckPlain = (path: string, value: string | null, most: number, required?: boolean) => void;

const checkAxes = (axes: readonly ProductAxis[], tell: Tell, bilingual: CheckText): void => {
  if (axes.length > productLimits.axes) tell('axes', 'too-many', productLimits.axes);
  for (const [i, axis] of axes.entries()) {
    const path = `axes.${i}`;
    if (!CODE.test(axis.code)) tell(`${path}.code`, 'code-shape');
    else if (axes.findIndex(({ code }) => code === axis.code) < i) tell(`${path}.code`, 'duplicate');
    bilingual(`${path}.name`, axis.name, productLimits.model);
    if (axis.values.length === 0) tell(`${path}.values`, 'required');
    if (axis.values.length > productLimits.axisValues) tell(`${path}.values`, 'too-many', productLimits.axisValues);
    for (const [v, value] of axis.values.entries()) {
      if (!CODE.test(value.code)) tell(`${path}.values.${v}.code`, 'code-shape');
      else if (axis.values.findIndex(({ code }) => code === value.code) < v)
        tell(`${path}.values.${v}.code`, 'duplicate');
      bilingual(`${path}.values.${v}.name`, value.name, productLimits.model);
    }
  }
};

const checkVariants = ({ axes, variants }: ProductDraft, tell: Tell, plain: CheckPlain, bilingual: CheckText): void => {
  if (variants.length === 0) tell('variants', 'required');
  if (variants.length > MAX_VARIANTS) tell('variants', 'too-many', MAX_VARIANTS);
  const itemNumbers = new Set<string>();
  const keys = new Set<string>();
  for (const [i, variant] of variants.entries()) {
    const path = `variants.${i}`;
    plain(`${path}.itemNumber`, variant.itemNumber, productLimits.itemNumber, true);
    const itemNumber = variant.itemNumber.toUpperCase();
    if (itemNumbers.has(itemNumber)) tell(`${path}.itemNumber`, 'duplicate');
    itemNumbers.add(itemNumber);
    plain(`${path}.barcode`, variant.barcode, productLimits.barcode);
    plain(`${path}.packText`, variant.packText, productLimits.packText);
    bilingual(`${path}.unit`, variant.unit, 20);
    // What is withdrawn keeps the options it was sold with, whatever the axes have become.
    if (variant.status === 'active') {
      const missing = axes.some(({ code, values }) => !values.some((value) => value.code === variant.options[code]));
      if (missing) tell(`${path}.options`, 'no-such-value');
      const key = optionKey(axes, variant.options);
      if (keys.has(key)) tell(`${path}.options`, 'same-options');
      keys.add(key);
    }
    checkQuantities(variant, path, tell);
    checkPackUnits(variant, path, tell, bilingual);
  }
};

const checkQuantities = (variant: VariantDraft, path: string, tell: Tell): void => {
  const whole = (field: string, value: number | null, least: number): boolean => {
    if (value === null) return true;
    if (!Number.isSafeInteger(value)) tell(`${path}.${field}`, 'not-whole');
    else if (value < least) tell(`${path}.${field}`, 'below-least', least);
    else if (value > productLimits.quantity) tell(`${path}.${field}`, 'too-many', productLimits.quantity);
    else return true;
    return false;
  };
  const { minQuantity, multiple, cartonQuantity, maxQuantity } = variant;
  const sound = [
    whole('minQuantity', minQuantity, 1),
    whole('multiple', multiple, 1),
    whole('cartonQuantity', cartonQuantity, 1),
    whole('maxQuantity', maxQuantity, 1),
  ].every(Boolean);
  whole('weightGrams', variant.weightGrams, 0);
  whole('cost', variant.cost ?? null, 0);
  if (!sound || maxQuantity === null) return;
  const first = Math.ceil(minQuantity / multiple) * multiple;
  if (first > maxQuantity) tell(`${path}.maxQuantity`, 'no-quantity-fits', first);
};

const checkPackUnits = ({ packUnits }: VariantDraft, path: string, tell: Tell, bilingual: CheckText): void => {
  if (packUnits.length > productLimits.packUnits) tell(`${path}.packUnits`, 'too-many', productLimits.packUnits);
  for (const [i, pack] of packUnits.entries()) {
    const at = `${path}.packUnits.${i}`;
    bilingual(`${at}.name`, pack.name, 20);
    if (!Number.isSafeInteger(pack.factor)) tell(`${at}.factor`, 'not-whole');
    else if (pack.factor < 2) tell(`${at}.factor`, 'below-least', 2);
    if (packUnits.findIndex((other) => other.code === pack.code || other.name.zh === pack.name.zh) < i)
      tell(`${at}.name.zh`, 'duplicate');
  }
};
