/**
 * Goods by number, column by column, so that going over all of them is going over plain arrays. Products and SKUs have
 * numbers of their own, from 0, that never change hands; values of options and attributes are numbered too.
 */
export type GoodsTable = {
  readonly products: {
    /** Whether it is offered to buyers. */
    readonly published: boolean[];
    readonly category: number[];
    /** -1 without a brand. */
    readonly brand: number[];
    readonly attributes: (readonly number[])[];
    /** Values of options that any of its active SKUs has, each once. */
    readonly options: (readonly number[])[];
    /** Active SKUs. */
    readonly skus: (readonly number[])[];
    readonly inStock: boolean[];
    /** What it sells; higher goes first. */
    readonly sales: number[];
    /** When it was published, as a number that grows. */
    readonly since: number[];
  };
  readonly skus: {
    readonly product: number[];
    readonly options: (readonly number[])[];
    readonly inStock: boolean[];
  };
  /** Which axis or attribute a value belongs to, by number of the value. */
  readonly axisOf: number[];
  /** The category above, or -1. */
  readonly parentOf: number[];
};

export const emptyTable = (): GoodsTable => ({
  products: {
    published: [],
    category: [],
    brand: [],
    attributes: [],
    options: [],
    skus: [],
    inStock: [],
    sales: [],
    since: [],
  },
  skus: { product: [], options: [], inStock: [] },
  axisOf: [],
  parentOf: [],
});
