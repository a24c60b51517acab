import { minor } from '../money/index.ts';
import type { LineQuantity } from './effects.ts';
import type { LineFacts, OrderFacts } from './facts.ts';

/** A line of which nothing has happened yet. */
export const newLine = ({ lineId, quantity }: LineQuantity): LineFacts => ({
  lineId,
  ordered: quantity,
  cancelled: 0,
  reserved: 0,
  allocated: 0,
  picked: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  refunded: 0,
});

/** A draft with nothing promised and nothing paid: what every order starts as. `holds` is what submitting will take. */
export const newOrder = (
  lines: readonly LineQuantity[],
  money: OrderFacts['money'],
  holds: OrderFacts['holds'] = { credit: minor(0), coupons: 0, points: 0 },
): OrderFacts => ({
  version: 0,
  approval: 'draft',
  lines: lines.map(newLine),
  shipments: [],
  returns: [],
  payments: [],
  money,
  holds,
});
