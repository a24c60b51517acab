import type { Tx } from '@tradeline/db';
import { returnLists, settingStore } from '@tradeline/db/stores';
import type { Instant } from '@tradeline/domain/kernel';
import { type ReturnWindows, returnableUntil, returnWindows, unitsInReturn } from '@tradeline/domain/order';
import * as z from 'zod';
import { factsOf, type OrderRecord } from '../order/order-facts.ts';

export const RETURN_SETTINGS = 'returns';
const settings = z.object({
  standard: z.number().int().min(0).max(3650),
  byCategory: z.record(z.string(), z.number().int().min(0).max(3650)).optional(),
});

/** How long goods may be sent back: the shop's own days, or the usual ones where it has said nothing that can be read. */
const windowsNow = async (tx: Tx): Promise<ReturnWindows> => {
  const parsed = settings.safeParse((await settingStore.find(tx, RETURN_SETTINGS))?.value);
  return parsed.success ? parsed.data : returnWindows;
};

export type ReturnableLine = {
  lineId: string;
  /** Units that were delivered and are in no other return. */
  most: number;
  /** Until when; null: nothing of the line was delivered yet. */
  until: Instant | null;
};

/** What of an order could be sent back, and until when: from its last delivery on, as long as its category allows. */
export const returnableOf = async (tx: Tx, record: OrderRecord): Promise<ReturnableLine[]> => {
  const facts = factsOf(record);
  const [windows, categories] = await Promise.all([
    windowsNow(tx),
    returnLists.categoriesOf(
      tx,
      record.lines.map(({ skuId }) => skuId),
    ),
  ]);
  return record.lines.map(({ id, skuId, delivered }) => {
    const deliveries = record.shipments
      .filter((parcel) => parcel.lines.some(({ orderLineId }) => orderLineId === id))
      .flatMap(({ deliveredAt }) => deliveredAt ?? [])
      .sort();
    const last = deliveries.at(-1);
    return {
      lineId: id,
      most: Math.max(0, delivered - unitsInReturn(facts, id)),
      until: last ? returnableUntil(last, categories.get(skuId) ?? [], windows) : null,
    };
  });
};

export const isInTime = (line: ReturnableLine, now: Instant): boolean => line.until !== null && now < line.until;
