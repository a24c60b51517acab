import { type Movement, stockStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import type { EffectOf, LineQuantity } from '@tradeline/domain/order';
import { setAsideEnded } from '../../stock/ended-lots.ts';
import { ledgerName } from '../actor.ts';
import type { CarryOut } from '../carry-out.ts';

/** Good units go back on the shelf of the warehouse that received them, damaged ones beside it, where nobody sells them. */
export const restock = async (
  { tx, record, step, actor }: CarryOut,
  { returnId, good, damaged }: EffectOf<'restock'>,
): Promise<void> => {
  const warehouseId = record.returns.find(({ id }) => id === returnId)?.warehouseId;
  invariant(warehouseId, 'goods are inspected where they were received');
  const skuOf = (lineId: string): string => record.lines.find(({ id }) => id === lineId)!.skuId;
  const movements = (parts: readonly LineQuantity[], condition: 'good' | 'damaged'): Movement[] =>
    [...Map.groupBy(parts, ({ lineId }) => skuOf(lineId))].map(([skuId, lines]) => ({
      skuId,
      warehouseId,
      kind: 'return',
      quantity: lines.reduce((units, line) => units + line.quantity, 0),
      condition,
      cause: { type: `return-${condition}`, id: `${record.order.id}:${step.event.version}` },
      actor: ledgerName(actor),
    }));
  const all = [...movements(good, 'good'), ...movements(damaged, 'damaged')];
  await stockStore.open(
    tx,
    all.map(({ skuId, warehouseId }) => ({ skuId, warehouseId })),
  );
  invariant(await stockStore.move(tx, all), 'goods that came back can always be put down');
  await setAsideEnded(tx, all);
};
