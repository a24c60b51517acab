import type { OrderScope } from '@tradeline/db/stores';
import type { Minor } from '@tradeline/domain/money';
import type { Actor } from '../actor.ts';

/** An order as somebody wants it to be: every line it shall have, gifts left out. */
export type EditWish = {
  scope: OrderScope;
  orderId: string;
  lines: readonly { skuId: string; quantity: number }[];
};

export type EditOrder = EditWish & {
  /** The version that was on the screen. */
  expectedVersion: number;
  /** What he saw the order come to; another total is refused with the new one, never charged silently. */
  expectedTotal: Minor;
  /** Why; staff must say it. */
  comment?: string | undefined;
};

/** Who changes an order. A buyer who is told no prices, or whose company may not order, is refused. */
export type Editor = {
  actor: Actor;
  buyer?: { seesPrices: boolean; company: { status: string } } | undefined;
};
