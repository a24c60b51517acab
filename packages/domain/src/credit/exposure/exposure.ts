import type { Day } from '../../kernel/index.ts';
import { add, type Minor, minor, sum } from '../../money/index.ts';
import type { CheckedOrder, ExposureParts } from './credit-check.ts';

/** The part of an order that would be owed after delivery. */
export const unpaidPart = (order: CheckedOrder): Minor => minor(Math.max(0, order.amount - order.prepaid));

/** Open orders, deliveries, billing and items plus the new amount, less what is secured; never negative. */
export const exposureWith = (parts: ExposureParts, newAmount: Minor): Minor =>
  minor(
    Math.max(
      0,
      sum([parts.openItems, parts.openBilling, parts.openDeliveries, parts.openOrders, newAmount]) - parts.secured,
    ),
  );

/** The unpaid part of orders due for delivery up to the horizon; orders without a date count always. */
export const openOrdersWithin = (
  orders: readonly { readonly unpaid: Minor; readonly deliveryOn?: Day | undefined }[],
  horizon: Day | undefined,
): Minor =>
  orders
    .filter((order) => horizon === undefined || order.deliveryOn === undefined || order.deliveryOn <= horizon)
    .reduce((total, order) => add(total, order.unpaid), minor(0));
