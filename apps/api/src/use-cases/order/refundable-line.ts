import type { OrderLineRow } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import type { RefundableLine } from '@tradeline/domain/order';

/**
 * A stored line as the domain shares out what it paid: with the amounts it was placed at, and every unit that fell off
 * before, given back or never sent, in one count, so that no cent is given twice and none is left over.
 */
export const refundableLine = (line: OrderLineRow): RefundableLine => ({
  lineId: line.id,
  quantity: line.quantity,
  gross: minor(line.grossAmount + line.closedGross),
  paid: minor(line.netAmount + line.closedNet),
  refunded: line.refunded + line.cancelled,
});
