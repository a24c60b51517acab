import { and, eq, inArray, sql } from 'drizzle-orm';
import { stock as balances, stockEntries } from '../../schema/index.ts';
import { insertAll } from './insert.ts';
import type { Planned, Refused, Target, WriteContext } from './target.ts';

type Wanted = {
  key: string;
  skuId: string;
  warehouseId: string;
  onHand: number;
  safety: number;
  state: Planned['state'];
};

const CAUSE = 'import';
export const importer = (source: string): string => `import:${source}`;

/** What this source's imports have booked so far, by SKU: the difference to it is what is booked now. */
const bookedSoFar = async ({ tx, source }: WriteContext, wanted: readonly Wanted[]): Promise<Map<string, number>> => {
  const rows = await tx
    .select({
      skuId: stockEntries.skuId,
      warehouseId: stockEntries.warehouseId,
      units: sql<string>`sum(${stockEntries.onHand})`,
    })
    .from(stockEntries)
    .where(
      and(
        eq(stockEntries.actor, importer(source)),
        inArray(stockEntries.kind, ['receive', 'adjust']),
        inArray(
          stockEntries.skuId,
          wanted.map(({ skuId }) => skuId),
        ),
      ),
    )
    .groupBy(stockEntries.skuId, stockEntries.warehouseId);
  return new Map(rows.map((row) => [row.skuId + row.warehouseId, Number(row.units)]));
};

/** Takes the balances under lock; a difference that would leave less on the shelf than is promised is refused. */
const tooLow = async ({ tx }: WriteContext, moves: readonly (Wanted & { units: number })[]): Promise<Refused[]> => {
  const lowering = moves.filter(({ units }) => units < 0);
  if (lowering.length === 0) return [];
  const rows = await tx
    .select()
    .from(balances)
    .where(
      inArray(
        balances.skuId,
        lowering.map(({ skuId }) => skuId),
      ),
    )
    .orderBy(balances.skuId, balances.warehouseId)
    .for('update');
  const held = new Map(rows.map((row) => [row.skuId + row.warehouseId, row]));
  return lowering.flatMap(({ key, skuId, warehouseId, units }): Refused[] => {
    const row = held.get(skuId + warehouseId);
    const [onHand, promised] = [(row?.onHand ?? 0) + units, (row?.reserved ?? 0) + (row?.allocated ?? 0)];
    return onHand < promised ? [{ key, reason: { kind: 'below-promised', onHand, promised } }] : [];
  });
};

/** The ledger gets what the source has: all of it at first, later the difference, beside the movements made here. */
export const stock: Target<'stock'> = {
  table: 'stock',
  idColumn: 'sku_id',
  newId: ({ value }, idOf) => idOf('sku', value.sku),
  write: async (context, planned) => {
    const wanted = planned.map(({ record: { key, value }, state }) => ({
      key,
      state,
      skuId: context.idOf('sku', value.sku),
      warehouseId: context.idOf('warehouse', value.warehouse),
      onHand: value.onHand,
      safety: value.safety,
    }));
    const booked = await bookedSoFar(context, wanted);
    const moves = wanted
      .map((one) => ({ ...one, units: one.onHand - (booked.get(one.skuId + one.warehouseId) ?? 0) }))
      .filter(({ units }) => units !== 0);
    const refused = await tooLow(context, moves);
    if (refused.length > 0) return refused;
    await openBalances(context, wanted);
    await book(context, moves);
    return [];
  },
};

const openBalances = async ({ tx }: WriteContext, wanted: readonly Wanted[]): Promise<void> => {
  const rows = wanted.map(({ skuId, warehouseId, safety }) => ({ skuId, warehouseId, safety }));
  await insertAll(tx, balances, rows, { key: ['skuId', 'warehouseId'] });
};

const book = async (
  { tx, source, importId }: WriteContext,
  moves: readonly (Wanted & { units: number })[],
): Promise<void> => {
  if (moves.length === 0) return;
  const deltas = sql.join(
    moves.map(({ skuId, warehouseId, units }) => sql`(${skuId}::uuid, ${warehouseId}::uuid, ${units}::bigint)`),
    sql`, `,
  );
  await tx.execute(sql`update stock set on_hand = on_hand + d.units from (values ${deltas}) as d (sku_id, warehouse_id, units)
    where stock.sku_id = d.sku_id and stock.warehouse_id = d.warehouse_id`);
  await insertAll(
    tx,
    stockEntries,
    moves.map(({ skuId, warehouseId, units, state }) => ({
      skuId,
      warehouseId,
      kind: state === 'created' ? 'receive' : 'adjust',
      onHand: units,
      causeType: CAUSE,
      causeId: importId,
      actor: importer(source),
      reason: state === 'created' ? 'opening balance' : 'balance of the source changed',
    })),
  );
};
