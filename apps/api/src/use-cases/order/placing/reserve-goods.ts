import type { Tx } from '@tradeline/db';
import {
  type Held,
  type Movement,
  reservationStore,
  type SkuWithPicture,
  type StockBalance,
  stockStore,
} from '@tradeline/db/stores';
import { allocateStock, type Site } from '@tradeline/domain/inventory';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Refusal, ShortLine } from '../../../trpc/refusal-codes.ts';
import { type Sharing, sharedShelves, sharedWishes } from '../../stock/sharing/shared-units.ts';
import { type Actor, ledgerName } from '../actor.ts';

/**
 * Promises the goods by the balances that were read: fewest parcels first, then the warehouse of higher rank. All of it or
 * nothing; what is short is told truly where their rows are locked, else it may only have been others that were quicker.
 * What a changed order held until now counts as free, and is given back by the statement that promises anew. Where sharing
 * rules speak of the goods the balances were locked, so that what others took under the same rule is known.
 */
export const reserveGoods = async (
  tx: Tx,
  draft: Wanting,
  skus: Named,
  actor: Actor,
  balances: Awaited<ReturnType<typeof stockStore.lock>>,
  { version, held, sharing }: Revision = { version: 1, held: [] },
): Promise<Result<void, Refusal>> => {
  const free = balances.map((b) => ({ ...b, available: freeOf(b, held) }));
  const bound = sharing ? sharedWishes(draft.lines, sharing) : [];
  const shelves = [
    ...free.filter(({ skuId }) => !bound.includes(skuId)),
    ...(sharing && bound.length > 0
      ? await sharedShelves(
          tx,
          sharing,
          free.filter(({ skuId }) => bound.includes(skuId)),
        )
      : []),
  ];
  const sites = [...Map.groupBy(shelves, ({ warehouseId }) => warehouseId)].map(
    ([warehouseId, rows]): Site => ({
      warehouseId,
      cost: rows[0]?.priority ?? 0,
      shelves: Object.fromEntries(rows.map(({ skuId, available }) => [skuId, { available }])),
    }),
  );
  const short = (): Result<void, Refusal> => err({ kind: 'out-of-stock', lines: shortLines(draft, sites, skus) });
  const plan = allocateStock({ lines: draft.lines, sites, policy: 'min-split' });
  if (!plan.ok) return short();
  const cause = { type: 'order-step', id: `${draft.id}:${version}` };
  const entry =
    (kind: Movement['kind']) =>
    ({ skuId, warehouseId, quantity }: Part): Movement => ({
      skuId,
      warehouseId,
      kind,
      quantity,
      cause,
      actor: ledgerName(actor),
    });
  const movements = [...shelvesOf(held).map(entry('release')), ...plan.value.parts.map(entry('reserve'))];
  const [moved] = await Promise.all([
    stockStore.move(tx, movements),
    reservationStore.hold(tx, draft.id, sharesOf(draft, plan.value.parts)),
  ]);
  return moved ? ok(undefined) : short();
};

/** Of a changed order: its version, and what it held. `sharing`: the rules that leave it less than is free. */
type Revision = { version: number; held: readonly Held[]; sharing?: Sharing | undefined };

/** What an order wants, line by line. */
type Wanting = {
  readonly id: string;
  readonly lines: readonly {
    readonly id: string;
    readonly skuId: string;
    readonly quantity: number;
    readonly isGift?: boolean;
  }[];
};

/** How short goods are called. */
type Named = ReadonlyMap<string, Pick<SkuWithPicture, 'itemNumber'>>;
type Part = { skuId: string; warehouseId: string; quantity: number };

const freeOf = (b: StockBalance, held: readonly Held[]): number => {
  const unpromised = b.onHand - b.reserved - b.allocated;
  return held.reduce(
    (units, own) => (own.skuId === b.skuId && own.warehouseId === b.warehouseId ? units + own.quantity : units),
    // Nobody is promised anew what has ended; what the order itself holds of it, it keeps.
    Math.min(unpromised, Math.max(0, unpromised - (b.ended ?? 0))),
  );
};

/** What is held of each balance: one entry of a kind for a cause. */
const shelvesOf = (held: readonly Held[]): Part[] =>
  [...Map.groupBy(held, ({ skuId, warehouseId }) => `${skuId} ${warehouseId}`).values()].map((group) => ({
    skuId: group[0]!.skuId,
    warehouseId: group[0]!.warehouseId,
    quantity: group.reduce((units, { quantity }) => units + quantity, 0),
  }));

/** Which line holds which units: a SKU may stand on a line that is paid and on one that is given. */
const sharesOf = (draft: Pick<Wanting, 'lines'>, parts: readonly Part[]): (Part & { orderLineId: string })[] => {
  const open = parts.map((part) => ({ ...part }));
  return draft.lines.flatMap((line) => {
    let left = line.quantity;
    return open
      .filter((part) => part.skuId === line.skuId)
      .flatMap((part) => {
        const quantity = Math.min(left, part.quantity);
        left -= quantity;
        part.quantity -= quantity;
        return quantity > 0
          ? [{ skuId: part.skuId, warehouseId: part.warehouseId, quantity, orderLineId: line.id }]
          : [];
      });
  });
};

const shortLines = (draft: Pick<Wanting, 'lines'>, sites: readonly Site[], skus: Named): ShortLine[] =>
  [...Map.groupBy(draft.lines, (line) => line.skuId)]
    .map(([skuId, lines]) => ({
      skuId,
      itemNumber: skus.get(skuId)?.itemNumber ?? '',
      requested: lines.reduce((units, line) => units + line.quantity, 0),
      available: sites.reduce((units, site) => units + Math.max(0, site.shelves[skuId]?.available ?? 0), 0),
    }))
    .filter((line) => line.available < line.requested);
