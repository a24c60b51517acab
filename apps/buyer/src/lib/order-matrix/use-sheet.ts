import { addQuantity } from '@tradeline/domain/catalog';
import type { PricedOrder, QuoteInput } from '@tradeline/domain/order';
import { useMemo, useState } from 'react';
import { rulesOf } from '../goods.ts';
import { type Outputs, trpc } from '../trpc.ts';
import { useLater } from '../use-later.ts';
import { useMay } from '../use-me.tsx';

/** The calculation of orders is fetched with the first quantity, not with the list. */
const loadPriceCart = () => import('../price-cart.ts').then((module) => module.priceCart);

export type OfferedSku = Outputs['catalog']['matrix'][number];
/** A quantity as it stands in a field; `label` names the goods to people. Without a number, what is typed is none. */
type Entry = { sku: OfferedSku; label: string; quantity: number | undefined };

/**
 * Quantities typed for many goods at once, before they go into the cart together: what they come to by the domain's own
 * quote (tiers that count several variants, promotions and all), and what keeps a line from going in.
 */
export const useSheet = () => {
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry>>(new Map());
  const held = useHeld();
  const lines = [...entries.values()].map((entry) => ({
    ...entry,
    checked: addQuantity(held(entry.sku.id), entry.quantity ?? 0, rulesOf(entry.sku)),
  }));
  // What a rule keeps out is neither counted nor priced: the total is of what the press will add.
  const ready = lines.filter((line) => line.checked.ok);
  const priced = usePriced(ready);
  return {
    lines,
    /** Lines that may go in as they stand. */
    ready,
    /** Lines that a rule keeps out. */
    broken: lines.filter((line) => !line.checked.ok),
    units: ready.reduce((sum, entry) => sum + (entry.quantity ?? 0), 0),
    ...priced,
    held,
    quantityOf: (skuId: string) => entries.get(skuId)?.quantity,
    isFilled: (skuId: string) => entries.has(skuId),
    /** `undefined` for what is no number; `null` empties the field. */
    set: (sku: OfferedSku, label: string, quantity: number | undefined | null) =>
      setEntries((now) => {
        const next = new Map(now);
        if (quantity === null || quantity === 0) next.delete(sku.id);
        else next.set(sku.id, { sku, label, quantity });
        return next;
      }),
    /** Takes out what went into the cart. */
    drop: (skuIds: readonly string[]) =>
      setEntries((now) => new Map([...now].filter(([skuId]) => !skuIds.includes(skuId)))),
    clear: () => setEntries(new Map()),
  };
};
export type Sheet = ReturnType<typeof useSheet>;

/** How much of an item the cart holds already. */
const useHeld = () => {
  const items = trpc.cart.get.useQuery(undefined, { enabled: useMay('cart.edit') }).data?.items;
  const byId = useMemo(() => new Map(items?.map(({ skuId, quantity }) => [skuId, quantity])), [items]);
  return (skuId: string): number => byId.get(skuId) ?? 0;
};

const usePriced = (filled: readonly Entry[]): { priced: PricedOrder | undefined; pricing: boolean } => {
  const products = [...new Set(filled.map(({ sku }) => sku.productId))].sort();
  const answers = trpc.useQueries((t) =>
    products.map((productId) => t.cart.productPricing({ productId }, { staleTime: 60_000 })),
  );
  const parts = answers.flatMap(({ data }) => data ?? []);
  const input = together(parts, filled);
  const priceCart = useLater(loadPriceCart, filled.length > 0);
  return {
    priced: input && priceCart?.(input, new Map(filled.map((entry) => [entry.sku.id, entry.quantity]))),
    pricing: answers.some((each) => each.isPending) || (filled.length > 0 && !priceCart),
  };
};

/** One quote over the goods of several products; only lines that have a quantity. */
const together = (parts: readonly QuoteInput[], filled: readonly Entry[]): QuoteInput | undefined => {
  const [first] = parts;
  if (!first) return undefined;
  const wanted = new Set<string>(filled.flatMap(({ sku, quantity }) => (quantity ? [sku.id] : [])));
  return {
    ...first,
    lines: parts.flatMap(({ lines }) => lines.filter(({ skuId }) => wanted.has(skuId))),
    prices: parts.flatMap(({ prices }) => prices),
    giftStock: Object.assign({}, ...parts.map(({ giftStock }) => giftStock)),
  };
};
