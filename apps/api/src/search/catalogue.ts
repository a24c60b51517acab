import type { Bilingual, ProductFacts, StructureFacts } from '@tradeline/db/stores';
import {
  emptyTable,
  type GoodsTable,
  type Language,
  normaliseCode,
  subtree,
  type TextDocument,
  textIndex,
} from '@tradeline/domain/search';

/** A place for every name of one kind, given in order of appearance and kept. */
const numbers = () => {
  const places = new Map<string, number>();
  const names: string[] = [];
  return {
    of: (name: string): number => {
      let place = places.get(name);
      if (place === undefined) {
        place = names.length;
        names.push(name);
        places.set(name, place);
      }
      return place;
    },
    find: (name: string): number | undefined => places.get(name),
    nameOf: (place: number): string => names[place] ?? '',
    size: () => names.length,
  };
};

export type Axis = { kind: 'option' | 'attribute'; code: string; name: Bilingual; unit?: string; position: number };
export type AxisValue = { code: string; name: Bilingual };
export type Catalogue = ReturnType<typeof createCatalogue>;

/** The catalogue as the index holds it: columns, texts, and the names behind the numbers. */
export const createCatalogue = (language: Language, structure: StructureFacts) => {
  const table: GoodsTable = emptyTable();
  const text = textIndex(language);
  const [products, skus, categories, brands, axisNames, valueNames] = [
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
  ];
  let version = 0;
  /** Another number whenever a product may stand elsewhere. */
  let placed = 0;
  const byCategory = { version: -1, products: new Map<number, number[]>() };
  const axes: Axis[] = [];
  const values: AxisValue[] = [];
  const docOf: number[] = [];
  const productOfDoc: number[] = [];
  const tags: (readonly string[])[] = [];
  const least: number[] = [];
  const status: string[] = [];
  const names: Bilingual[] = [];
  const ownNumbers: string[] = [];
  const skuCodes: (readonly string[])[] = [];
  const categoryNames = new Map(structure.categories.map(({ id, name }) => [id, name]));
  const brandNames = new Map(structure.brands.map(({ id, name }) => [id, name]));
  const attributeOf = new Map(structure.attributes.map((attribute) => [attribute.code, attribute]));

  for (const { id } of structure.categories) categories.of(id);
  for (const { id, parentId } of structure.categories)
    table.parentOf[categories.of(id)] = parentId === null ? -1 : categories.of(parentId);
  for (const { id } of structure.brands) brands.of(id);

  const axisNumber = (axis: Axis): number => {
    const place = axisNames.of(`${axis.kind}:${axis.code}`);
    axes[place] ??= axis;
    return place;
  };
  const valueNumber = (axis: number, value: AxisValue): number => {
    const place = valueNames.of(`${axis}:${value.code}`);
    values[place] ??= value;
    table.axisOf[place] = axis;
    return place;
  };

  const pathOf = (category: number): number[] => {
    const path: number[] = [];
    for (let at = category; at >= 0 && !path.includes(at); at = table.parentOf[at] ?? -1) path.push(at);
    return path;
  };

  /** Filterable attributes with a value, and what all of them say, for the text. */
  const attributesOf = (facts: ProductFacts): { values: number[]; words: string[] } => {
    const found: number[] = [];
    const words: string[] = [];
    for (const [code, value] of Object.entries(facts.attributes)) {
      const attribute = attributeOf.get(code);
      if (!attribute) continue;
      const name: Bilingual =
        typeof value === 'object'
          ? value
          : (attribute.choices.find((choice) => choice.code === value)?.name ?? { zh: String(value) });
      words.push(...bothOf(name));
      if (!attribute.filterable || attribute.kind === 'text') continue;
      const axis = axisNumber({
        kind: 'attribute',
        code,
        name: attribute.name,
        position: attribute.position,
        ...(attribute.unit === null ? {} : { unit: attribute.unit }),
      });
      found.push(valueNumber(axis, { code: String(value), name }));
    }
    return { values: found, words };
  };

  /** Takes a product in as it is now; what was known of it before is forgotten. */
  const put = (facts: ProductFacts): { product: number; skuIds: string[] } => {
    version++;
    placed++;
    const product = products.of(facts.id);
    const category = categories.of(facts.categoryId);
    const attributes = attributesOf(facts);
    const optionWords: string[] = [];
    const active = facts.skus.filter((sku) => sku.active);
    const own = active.map((sku) => {
      const place = skus.of(sku.id);
      table.skus.product[place] = product;
      table.skus.inStock[place] = sku.inStock;
      least[place] = sku.minQuantity;
      skuCodes[place] = [sku.itemNumber, sku.barcode ?? ''].map(normaliseCode).filter(Boolean);
      table.skus.options[place] = facts.axes.flatMap((axis, position) => {
        const chosen = axis.values.find((value) => value.code === sku.options[axis.code]);
        if (!chosen) return [];
        optionWords.push(...bothOf(chosen.name));
        return [valueNumber(axisNumber({ kind: 'option', code: axis.code, name: axis.name, position }), chosen)];
      });
      return place;
    });
    const into = table.products;
    into.published[product] = facts.status === 'published';
    into.category[product] = category;
    into.brand[product] = facts.brandId === null ? -1 : brands.of(facts.brandId);
    into.attributes[product] = attributes.values;
    into.options[product] = [...new Set(own.flatMap((sku) => table.skus.options[sku] ?? []))];
    into.skus[product] = own;
    into.inStock[product] = own.some((sku) => table.skus.inStock[sku]);
    into.sales[product] ??= 0;
    into.since[product] = Number(facts.since);
    tags[product] = facts.tags;
    status[product] = facts.status;
    names[product] = facts.name;
    ownNumbers[product] = facts.number;
    const doc = text.add(documentOf(facts, [...new Set([...optionWords, ...attributes.words])]));
    docOf[product] = doc;
    productOfDoc[doc] = product;
    return { product, skuIds: facts.skus.map((sku) => sku.id) };
  };

  const documentOf = (facts: ProductFacts, more: string[]): TextDocument => ({
    name: bothOf(facts.name),
    brand: bothOf(facts.brandId === null ? undefined : brandNames.get(facts.brandId)),
    category: pathOf(categories.of(facts.categoryId)).flatMap((at) => bothOf(categoryNames.get(categories.nameOf(at)))),
    other: [
      facts.keywords,
      facts.model ?? '',
      ...bothOf(facts.summary ?? undefined),
      ...facts.specification.flatMap(({ name, value }) => [...bothOf(name), ...bothOf(value)]),
      ...more,
      ...facts.tags,
    ].filter(Boolean),
    codes: [
      ...[facts.number, facts.model ?? ''].map((code) => ({ code: normaliseCode(code) })),
      ...facts.skus
        .filter((sku) => sku.active)
        .flatMap((sku) => [sku.itemNumber, sku.barcode ?? ''].map((code) => ({ code: normaliseCode(code) }))),
    ],
  });

  return {
    table,
    text,
    products,
    skus,
    categories,
    brands,
    axes,
    values,
    axisNames,
    valueNames,
    tags,
    least,
    status,
    names,
    ownNumbers,
    skuCodes,
    categoryNames,
    brandNames,
    pathOf,
    /** A category with all above it, by ids. */
    categoryPath: (id: string): string[] => pathOf(categories.find(id) ?? -1).map(categories.nameOf),
    put,
    /** A product that is no more. */
    drop: (id: string): void => {
      const product = products.find(id);
      if (product === undefined) return;
      version++;
      placed++;
      table.products.published[product] = false;
      status[product] = 'gone';
      docOf[product] = -1;
    },
    /** Says of which product a SKU ran out or came back, and what that made of the product. */
    setStock: (
      skuId: string,
      inStock: boolean,
    ): { product: number; before: boolean | undefined; after: boolean } | undefined => {
      const sku = skus.find(skuId);
      if (sku === undefined || table.skus.inStock[sku] === inStock) return undefined;
      table.skus.inStock[sku] = inStock;
      const product = table.skus.product[sku]!;
      const before = table.products.inStock[product];
      const after = (table.products.skus[product] ?? []).some((own) => table.skus.inStock[own]);
      table.products.inStock[product] = after;
      return { product, before, after };
    },
    /** What every product sells, by id; none where it is not named. */
    setSales: (orders: Iterable<readonly [id: string, orders: number]>): void => {
      version++;
      const { sales } = table.products;
      sales.fill(0);
      for (const [id, sold] of orders) {
        const product = products.find(id);
        if (product !== undefined) sales[product] = sold;
      }
    },
    /** Products of some SKUs, by id. */
    productsOf: (skuIds: readonly string[]): string[] =>
      skuIds.flatMap((id) => {
        const sku = skus.find(id);
        return sku === undefined ? [] : [products.nameOf(table.skus.product[sku] ?? -1)];
      }),
    /** Published products of a category and all below it. */
    within: (category: number): number[] => {
      if (byCategory.version !== placed) {
        const { published, category: own } = table.products;
        byCategory.version = placed;
        byCategory.products = new Map();
        for (let product = 0; product < own.length; product++) {
          if (!published[product]) continue;
          const beside = byCategory.products.get(own[product]!);
          if (beside) beside.push(product);
          else byCategory.products.set(own[product]!, [product]);
        }
      }
      return [...subtree(table.parentOf, category)].flatMap((below) => byCategory.products.get(below) ?? []);
    },
    /** Another number whenever a column of the table has changed, but for what is in stock. */
    version: () => version,
    /** The product a document is of; -1 when the document is of what it once was. */
    productOf: (doc: number): number => {
      const product = productOfDoc[doc] ?? -1;
      return docOf[product] === doc ? product : -1;
    },
    /** Whether so much has changed that an index made anew is smaller and quicker. */
    worn: (): boolean => text.size() > products.size() * 1.5 + 2_000,
  };
};

const bothOf = (text: Bilingual | undefined): string[] =>
  text ? [text.zh, text.en ?? ''].filter((part) => part !== '') : [];
