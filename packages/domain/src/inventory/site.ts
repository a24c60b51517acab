export type Wanted = { readonly skuId: string; readonly quantity: number };
export type Lot = {
  readonly id: string;
  readonly quantity: number /** A day or instant as sortable text; absent: keeps. */;
  readonly expires?: string | undefined;
};
export type Shelf = { readonly available: number; readonly lots?: readonly Lot[] | undefined };

/** A warehouse as allocation sees it. `available` is what may be promised now, after reservations and holds. */
export type Site = {
  readonly warehouseId: string;
  readonly shelves: Readonly<Record<string, Shelf>>;
  /** Smaller goes first under `priority`. */
  readonly rank?: number | undefined;
  /** Distance or zone cost of sending from here. */
  readonly cost?: number | undefined;
  /** Set when it may not serve this order at all, in words the caller chose (region, channel, counting). */
  readonly excluded?: string | undefined;
};

/** Units of a SKU that a warehouse may promise; a negative figure counts as none. */
export const availableOf = (site: Site, skuId: string): number => Math.max(0, site.shelves[skuId]?.available ?? 0);
