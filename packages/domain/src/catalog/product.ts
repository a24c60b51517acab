/** A text in the languages the catalogue is kept in; Chinese is the base and always there. */
export type CatalogText = { readonly zh: string; readonly en?: string | undefined };

/** One axis along which the variants of a product differ (规格项), with its values (规格值) in order. */
export type ProductAxis = {
  readonly code: string;
  readonly name: CatalogText;
  readonly values: readonly { readonly code: string; readonly name: CatalogText }[];
};

/** A variant as it is edited; without an id it is new. Quantities are whole base units, the weight grams. */
export type VariantDraft = {
  readonly id?: string | undefined;
  readonly itemNumber: string;
  readonly barcode: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly unit: CatalogText;
  readonly packUnits: readonly { readonly code: string; readonly name: CatalogText; readonly factor: number }[];
  readonly cartonQuantity: number;
  readonly minQuantity: number;
  readonly multiple: number;
  readonly maxQuantity: number | null;
  /** Minor units; absent where the person may not see what goods cost. */
  readonly cost?: number | null | undefined;
  readonly weightGrams: number | null;
  readonly packText: string | null;
  readonly status: 'active' | 'withdrawn';
};

/** By attribute code: the code of a choice, a number, or a text. */
export type AttributeValue = string | number | CatalogText;

/** All of a product that is edited in one form and saved as one. */
export type ProductDraft = {
  readonly number: string;
  readonly name: CatalogText;
  readonly summary: CatalogText | null;
  readonly description: CatalogText | null;
  readonly model: string | null;
  readonly brandId: string | null;
  readonly categoryId: string;
  readonly supplierId: string | null;
  readonly taxRate: string;
  readonly tags: readonly string[];
  readonly keywords: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly specification: readonly { readonly name: CatalogText; readonly value: CatalogText }[];
  readonly axes: readonly ProductAxis[];
  readonly variants: readonly VariantDraft[];
};

/** What goods of a category are described by. */
export type AttributeDefinition = {
  readonly code: string;
  readonly name: CatalogText;
  readonly kind: string;
  readonly unit: string | null;
  readonly choices: readonly { readonly code: string; readonly name: CatalogText }[];
  readonly required: boolean;
};

/** Rates of value-added tax in force (percent in the price), the usual one first: goods, necessities, services, small taxpayers, none. */
export const taxRates = ['13', '9', '6', '3', '1', '0'] as const;
export type TaxRate = (typeof taxRates)[number];
