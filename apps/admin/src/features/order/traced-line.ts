import type { PricedLine, PricedOrder } from '@tradeline/domain/order';
import type { Order } from './order-page.tsx';

/** The reasons kept for a line: by its own id, or by its goods where the quote was made before lines had ids. */
export const tracedLine = (
  { trace }: { trace: PricedOrder | null },
  line: Pick<Order['lines'][number], 'id' | 'skuId'>,
): PricedLine | undefined =>
  trace?.lines.find((each) => each.id === line.id) ?? trace?.lines.find((each) => each.skuId === line.skuId);
